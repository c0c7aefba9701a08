// A browser without a screen, for tests of the program over HTTP: cookies, forms, redirects by hand.

/** Each Set-Cookie of an answer. Debian's Node.js 18 has no `getSetCookie` yet, and joins them by commas. */
export const cookiesSet = (headers) =>
    headers.getSetCookie?.() ?? (headers.get("set-cookie") ?? "").split(/,\s*(?=[^;,=\s]+=)/).filter((line) => line !== "");

export class Visitor {
    constructor(base) {
        this.base = base;
        this.cookies = new Map();
    }
    async ask(path, options = {}) {
        const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const answer = await fetch(new URL(path, this.base), {
            redirect: "manual",
            ...options,
            headers: { ...options.headers, ...(cookie ? { Cookie: cookie } : {}), Origin: this.base },
        });
        for (const line of cookiesSet(answer.headers)) {
            const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
            if (value === "" || /Max-Age=0/i.test(line)) this.cookies.delete(name);
            else this.cookies.set(name, value);
        }
        const page = await answer.text();
        this.csrf = page.match(/name="csrf" value="([^"]+)"/)?.[1] ?? this.csrf;
        return { status: answer.status, page, location: answer.headers.get("location") };
    }
    get(path) {
        return this.ask(path);
    }
    post(path, fields = {}) {
        const body = new URLSearchParams({ csrf: this.csrf ?? "", ...fields });
        return this.ask(path, { method: "POST", body });
    }
    async signIn(username, password) {
        const answer = await this.post("/sign-in", { username, password, next: "/" });
        this.csrf = undefined;
        if (answer.status === 303) await this.get("/account");
        return answer;
    }
}

/** A token that a person makes by the form; `scopes` as its fields are called. */
export const tokenOf = async (base, username, password, scopes) => {
    const visitor = new Visitor(base);
    await visitor.signIn(username, password);
    await visitor.get("/account/tokens/new");
    const made = await visitor.post("/account/tokens/new", { name: "পরীক্ষা", lives: "30", ...scopes });
    return made.page.match(/udb_[\w-]{43}/)[0];
};
