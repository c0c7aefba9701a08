// A file goes to the server in pieces as soon as it is chosen (tus 1.0.0), and goes on where it was cut: after a
// lost line, and after the browser was closed, when the same file is chosen again. Without this the form brings it.
const PIECE_LEAST = 64 * 1024;
const PIECE_MOST = 4 * 1024 * 1024;
const WAIT_MOST = 30_000;
const version = { "Tus-Resumable": "1.0.0" };

const token = () => ({ "X-CSRF-Token": document.querySelector('input[name="csrf"]')?.value ?? "" });
const base64 = (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

// Where an earlier try is remembered; a browser that remembers nothing begins anew.
const memory = {
  key: (file) => `upload ${file.name} ${file.size} ${file.lastModified}`,
  get(file) {
    try { return localStorage.getItem(this.key(file)); } catch { return null; }
  },
  set(file, address) {
    try {
      if (address) localStorage.setItem(this.key(file), address);
      else localStorage.removeItem(this.key(file));
    } catch { /* nothing is remembered */ }
  },
};

class Refused extends Error {}

class Upload {
  constructor(box, input) {
    this.box = box;
    this.input = input;
    this.form = input.form;
    this.says = box.dataset;
    this.run = 0;
    this.piece = 256 * 1024;
    this.bar = document.createElement("progress");
    this.bar.max = 100;
    this.bar.setAttribute("aria-label", this.says.progress);
    this.line = document.createElement("p");
    this.line.setAttribute("role", "status");
    this.stop = document.createElement("button");
    this.stop.type = "button";
    this.stop.className = "govuk-button govuk-button--secondary";
    this.stop.textContent = this.says.stop;
    this.stop.addEventListener("click", () => this.end());
    for (const part of [this.bar, this.stop]) part.hidden = true;
    box.append(this.line, this.bar, this.stop);
    input.addEventListener("change", () => this.chosen());
    this.form.addEventListener("submit", (event) => this.submitted(event));
  }

  chosen() {
    const file = this.input.files[0];
    this.run += 1;
    this.forget();
    if (!file) return this.show("");
    if (file.size > Number(this.says.max)) {
      this.input.value = "";
      return this.show(this.says.tooLarge);
    }
    this.send(file, this.run);
  }

  show(text, percent) {
    this.line.textContent = text;
    const going = percent !== undefined;
    this.bar.hidden = this.stop.hidden = !going;
    if (going) this.bar.value = percent;
  }

  forget() {
    this.box.querySelector('input[name="upload"]')?.remove();
    this.input.name = "file";
    this.address = null;
    this.sending = false;
    this.submits = null;
  }

  async send(file, run) {
    this.sending = true;
    this.show(this.says.onWay, 0);
    try {
      let offset = await this.begin(file);
      for (let failures = 0; offset < file.size && run === this.run; ) {
        this.show(`${this.says.onWay} ${file.name}`, Math.floor((100 * offset) / file.size));
        try {
          offset = await this.next(file, offset);
          failures = 0;
        } catch (error) {
          if (error instanceof Refused || run !== this.run) throw error;
          failures += 1;
          this.piece = Math.max(PIECE_LEAST, this.piece / 2);
          this.show(this.says.again, Math.floor((100 * offset) / file.size));
          await wait(Math.min(WAIT_MOST, 500 * 2 ** failures));
          offset = (await this.offset(this.address).catch(() => offset)) ?? (await this.begin(file));
        }
      }
      if (run === this.run) this.arrived(file);
    } catch (error) {
      if (run !== this.run) return;
      // The form can still bring it by itself.
      this.forget();
      this.show(error instanceof Refused ? error.message : this.says.failed);
    }
  }

  // How much is there of an earlier try; a new one where there is none.
  async begin(file) {
    const earlier = memory.get(file);
    if (earlier) {
      const offset = await this.offset(earlier).catch(() => null);
      if (offset !== null) {
        this.address = earlier;
        return offset;
      }
    }
    const answer = await fetch(this.says.upload, {
      method: "POST",
      headers: {
        ...version,
        ...token(),
        "Upload-Length": String(file.size),
        "Upload-Metadata": `filename ${base64(file.name)},filetype ${base64(file.type)}`,
      },
    });
    if (answer.status !== 201) throw new Refused((await answer.text()) || this.says.failed);
    this.address = answer.headers.get("Location");
    memory.set(file, this.address);
    return 0;
  }

  // Null where it is gone.
  async offset(address) {
    const answer = await fetch(address, { method: "HEAD", headers: version });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(String(answer.status));
    return Number(answer.headers.get("Upload-Offset"));
  }

  async next(file, offset) {
    const bytes = await file.slice(offset, offset + this.piece).arrayBuffer();
    const headers = { ...version, ...token(), "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" };
    if (globalThis.crypto?.subtle) {
      const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      headers["Upload-Checksum"] = `sha256 ${btoa(String.fromCharCode(...sum))}`;
    }
    const began = performance.now();
    const answer = await fetch(this.address, { method: "PATCH", headers, body: bytes });
    if ([400, 403, 413, 415].includes(answer.status)) throw new Refused(answer.status === 403 ? this.says.failed : await answer.text());
    if (!answer.ok) throw new Error(String(answer.status));
    if (performance.now() - began < 2000) this.piece = Math.min(PIECE_MOST, this.piece * 2);
    return Number(answer.headers.get("Upload-Offset"));
  }

  arrived(file) {
    memory.set(file, null);
    this.sending = false;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "upload";
    field.value = this.address.split("/").pop();
    this.box.append(field);
    // The form need not bring it once more.
    this.input.removeAttribute("name");
    this.show(this.says.done);
    if (this.submits) this.form.requestSubmit(this.submits.button ?? undefined);
  }

  submitted(event) {
    if (!this.sending) return;
    event.preventDefault();
    this.submits = { button: event.submitter };
    this.line.textContent = this.says.wait;
  }

  end() {
    this.run += 1;
    const file = this.input.files[0];
    if (file) memory.set(file, null);
    if (this.address) fetch(this.address, { method: "DELETE", headers: { ...version, ...token() } }).catch(() => {});
    this.input.value = "";
    this.forget();
    this.show("");
  }
}

export const resume_uploads = (root) => {
  for (const box of root.querySelectorAll("[data-upload]")) {
    const input = box.querySelector('input[type="file"]');
    if (input && !box.dataset.ready) {
      box.dataset.ready = "1";
      new Upload(box, input);
    }
  }
};
