import {
  type FromPage,
  filled,
  PAGE_TEXTS_ID,
  type PageState,
  type PageTexts,
  parsePageState,
  type ToPage,
} from "../../effective-messages.ts";
import { LineList } from "./line-list.ts";

interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();
const heading = element("file");
const picker = element("picker");
const environments = element("environment") as HTMLSelectElement;
const message = element("message");
const problems = element("problems");
const lineHost = element("lines");

let state: PageState | undefined = parsePageState(api.getState());
let revision = 0;
// Kept until the first lines are there: before them there is nothing to scroll.
let restoredScroll = state?.scroll;

const texts = JSON.parse(element(PAGE_TEXTS_ID).textContent) as PageTexts;
const list = new LineList(lineHost, texts, (line) => api.postMessage({ type: "reveal", revision, line }));

environments.addEventListener("change", () => {
  save({ environment: environments.value });
  api.postMessage({ type: "environment", name: environments.value });
});
addEventListener("scroll", () => save({ scroll: scrollY }), { passive: true });
addEventListener("message", (event: MessageEvent<ToPage>) => receive(event.data));
api.postMessage({ type: "ready" });

function receive(data: ToPage): void {
  state = { ...state, uri: data.uri };
  if (data.type === "message") {
    say(data.text, data.level);
    list.show([]);
    problems.hidden = true;
    picker.hidden = true;
  } else {
    show(data);
  }
  save({});
}

function show({ revision: shown, file, preview }: ToPage & { type: "show" }): void {
  revision = shown;
  heading.textContent = file;
  showEnvironments(preview.environments, preview.environment);
  showProblems(preview.problems);
  if (preview.lines.length > 0) say(undefined, "info");
  else if (preview.environment === undefined) say(filled(texts.noValues, file), "info");
  else say(filled(texts.noValuesIn, file, preview.environment), "info");
  list.show(preview.lines);
  if (restoredScroll !== undefined && preview.lines.length > 0) {
    scrollTo({ top: restoredScroll });
    restoredScroll = undefined;
    list.settle();
  }
}

function showEnvironments(names: readonly string[], selected: string | undefined): void {
  picker.hidden = names.length === 0;
  const present = [...environments.options].map((option) => option.value);
  // Rebuilding the list while it is open would close it under the pointer.
  if (present.join("\n") !== names.join("\n")) {
    environments.replaceChildren(...names.map((name) => new Option(name, name)));
  }
  if (selected === undefined) return;
  environments.value = selected;
  save({ environment: selected });
}

function showProblems(texts: readonly string[]): void {
  problems.hidden = texts.length === 0;
  problems.querySelector("ul")?.replaceChildren(
    ...texts.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }),
  );
}

function say(text: string | undefined, level: "info" | "error"): void {
  message.hidden = text === undefined;
  message.className = level;
  if (message.textContent !== (text ?? "")) message.textContent = text ?? "";
}

function save(change: Partial<PageState>): void {
  if (state === undefined) return;
  state = { ...state, ...change };
  api.setState(state);
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found;
}
