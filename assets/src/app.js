// What the pages gain where scripts run; without it every page still does its work.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { SkipLink } from "govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs";
import { resume_uploads } from "./upload.js";

const start = (Component, name, root) => {
  for (const element of root.querySelectorAll(`[data-module="${name}"]`)) {
    if (element.hasAttribute(`data-${name}-init`)) continue;
    try {
      new Component(element);
    } catch (error) {
      console.warn(error);
    }
  }
};

const enliven = (root) => {
  start(Button, "govuk-button", root);
  start(ErrorSummary, "govuk-error-summary", root);
  resume_uploads(root);
};

document.body.classList.add("js-enabled", "govuk-frontend-supported");
start(SkipLink, "govuk-skip-link", document);
enliven(document);

// A link to a place inside closed parts opens them on the way.
const open_way = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
};
addEventListener("hashchange", open_way);
open_way();

// A group of the navigation closes by Escape, and when one goes on elsewhere.
const opened = () => document.querySelector(".mainnav details[open]");
document.addEventListener("keydown", (event) => {
  const group = opened();
  if (event.key !== "Escape" || !group) return;
  group.open = false;
  if (group.contains(document.activeElement)) group.querySelector("summary").focus();
});
for (const going of ["click", "focusin"])
  document.addEventListener(going, (event) => {
    const group = opened();
    if (group && !group.contains(event.target)) group.open = false;
  });

// What htmx brings in is enlivened too, and its requests carry the page's CSRF token.
document.addEventListener("htmx:load", (event) => enliven(event.detail.elt));
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector('input[name="csrf"]');
  if (token) event.detail.headers["X-CSRF-Token"] = token.value;
});
