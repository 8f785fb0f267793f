import { type Disposable, l10n, type QuickInput, QuickInputButtons, type QuickPickItem, window } from "vscode";

/** What came of one question: an answer, a step back, or the end of it all. */
export type Answer<T> =
  | { readonly kind: "answer"; readonly value: T }
  | { readonly kind: "back" }
  | { readonly kind: "cancel" };

/** Where a question stands in its series. */
export interface Position {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

/** One question about a draft; the answer is the draft with what was asked filled in. */
export interface Question<Draft> {
  /** Whether the question makes sense for what is known so far. */
  applies(draft: Draft): boolean;
  ask(draft: Draft, position: Position): Promise<Answer<Draft>>;
}

/** Asks the questions in order, with a way back; undefined when people leave. Starts at `first`, from 0. */
export async function askAll<Draft>(
  title: string,
  questions: readonly Question<Draft>[],
  start: Draft,
  first = 0,
): Promise<Draft | undefined> {
  let draft = start;
  let index = first;
  while (index < questions.length) {
    const question = questions[index];
    if (question === undefined || !question.applies(draft)) {
      index += 1;
      continue;
    }
    const answer = await question.ask(draft, position(title, questions, draft, index));
    if (answer.kind === "cancel") return undefined;
    if (answer.kind === "answer") draft = answer.value;
    index = answer.kind === "back" ? previous(questions, draft, index) : index + 1;
  }
  return draft;
}

function position<Draft>(title: string, questions: readonly Question<Draft>[], draft: Draft, index: number): Position {
  const applicable = questions.flatMap((question, place) => (question.applies(draft) ? [place] : []));
  return { title, step: applicable.indexOf(index) + 1, totalSteps: applicable.length };
}

function previous<Draft>(questions: readonly Question<Draft>[], draft: Draft, index: number): number {
  for (let place = index - 1; place >= 0; place--) {
    if (questions[place]?.applies(draft) === true) return place;
  }
  return index;
}

/** A question with one line of text as its answer. */
export interface TextQuestion {
  readonly prompt: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Says what is wrong with the text; undefined when it is good. Asked while typing. */
  problem(value: string): string | undefined | Promise<string | undefined>;
}

/** Asks for a line of text that has no problem. */
export function askText(place: Position, question: TextQuestion): Promise<Answer<string>> {
  const input = window.createInputBox();
  input.prompt = question.prompt;
  input.value = question.value;
  input.placeholder = question.placeholder;
  return run<string>(input, place, (finish) => {
    const check = async (): Promise<boolean> => {
      const value = input.value;
      const problem = await question.problem(value.trim());
      // A slow check must not judge a text that was changed meanwhile.
      if (input.value !== value) return false;
      input.validationMessage = problem;
      return problem === undefined;
    };
    return [
      // An untouched empty box is not an error yet.
      input.onDidChangeValue(() => void check()),
      input.onDidAccept(async () => {
        if (await check()) finish(input.value.trim());
      }),
    ];
  });
}

/** A choice with the value it stands for. */
export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** A question with a list of choices. */
export interface ChoiceQuestion<T> {
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  readonly selected: readonly T[];
}

/** Asks for one of the choices. */
export async function askOne<T>(place: Position, question: ChoiceQuestion<T>): Promise<Answer<T>> {
  const pick = window.createQuickPick<Choice<T>>();
  pick.items = question.choices;
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  pick.activeItems = question.choices.filter((choice) => question.selected.includes(choice.value));
  return run<T>(pick, place, (finish) => [
    pick.onDidAccept(() => {
      const choice = pick.activeItems[0] ?? pick.selectedItems[0];
      if (choice !== undefined) finish(choice.value);
    }),
  ]);
}

/** Asks for one or more of the choices; the answer keeps the order of the list. */
export function askSeveral<T>(place: Position, question: ChoiceQuestion<T>): Promise<Answer<readonly T[]>> {
  const pick = window.createQuickPick<Choice<T>>();
  pick.canSelectMany = true;
  pick.items = question.choices;
  pick.placeholder = question.placeholder;
  pick.matchOnDescription = true;
  pick.selectedItems = question.choices.filter((choice) => question.selected.includes(choice.value));
  const title = place.title;
  return run<readonly T[]>(pick, place, (finish) => [
    pick.onDidChangeSelection(() => {
      pick.title = title;
    }),
    pick.onDidAccept(() => {
      const values = question.choices
        .filter((choice) => pick.selectedItems.includes(choice))
        .map((choice) => choice.value);
      if (values.length > 0) finish(values);
      else pick.title = l10n.t("{0}: choose at least one", title);
    }),
  ]);
}

type Shown = QuickInput & {
  buttons: readonly (typeof QuickInputButtons.Back)[];
  readonly onDidTriggerButton: (listener: (button: unknown) => void) => Disposable;
};

function run<T>(
  input: Shown,
  place: Position,
  listen: (finish: (value: T) => void) => readonly Disposable[],
): Promise<Answer<T>> {
  input.title = place.title;
  input.step = place.step;
  input.totalSteps = place.totalSteps;
  // A glance at the editor must not throw away what was typed.
  input.ignoreFocusOut = true;
  if (place.step > 1) input.buttons = [QuickInputButtons.Back];
  return new Promise((resolve) => {
    const disposables: Disposable[] = [];
    const finish = (answer: Answer<T>): void => {
      // Settled before the input hides: hiding alone means that people have left.
      resolve(answer);
      for (const disposable of disposables.splice(0)) disposable.dispose();
      input.dispose();
    };
    disposables.push(
      ...listen((value) => finish({ kind: "answer", value })),
      input.onDidTriggerButton((button) => {
        if (button === QuickInputButtons.Back) finish({ kind: "back" });
      }),
      input.onDidHide(() => finish({ kind: "cancel" })),
    );
    input.show();
  });
}
