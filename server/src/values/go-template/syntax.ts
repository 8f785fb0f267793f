/** A span of the text of a template; UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A fault of the grammar. */
export interface TemplateFault extends Span {
  readonly message: string;
}

/** A template as it was read; `faults` are in the order in which Go would meet them, empty for a well-formed template. */
export interface Template {
  readonly nodes: readonly TemplateNode[];
  readonly faults: readonly TemplateFault[];
}

export type TemplateNode =
  | TextNode
  | CommentNode
  | PlaceholderNode
  | ActionNode
  | BranchNode
  | JumpNode
  | CallNode
  | DefinitionNode;

/** Text that is printed as it is; white space that trim markers take away is missing in `text`. */
export interface TextNode extends Span {
  readonly kind: "text";
  readonly text: string;
}

export interface CommentNode extends Span {
  readonly kind: "comment";
}

/** A tenant variable (`{{tenant_id}}`), which is filled in before the engine reads the template. */
export interface PlaceholderNode extends Span {
  readonly kind: "placeholder";
  readonly name: string;
}

/** `{{ pipeline }}`: prints a value or sets a variable. */
export interface ActionNode extends Span {
  readonly kind: "action";
  readonly pipeline: Pipeline;
}

/** `if`, `with` and `range` with everything up to their `end`. */
export interface BranchNode extends Span {
  readonly kind: "if" | "with" | "range";
  /** The action that begins the block. */
  readonly opening: Span;
  readonly pipeline: Pipeline;
  readonly body: readonly TemplateNode[];
  /** What follows `else`; an `else if` is the only node of it and has `isChained`. */
  readonly otherwise: readonly TemplateNode[] | undefined;
  /** true for the second half of `else if` and `else with`, which share the `end` of the first. */
  readonly isChained: boolean;
}

export interface JumpNode extends Span {
  readonly kind: "break" | "continue";
}

/** `{{ template "name" pipeline }}`. */
export interface CallNode extends Span {
  readonly kind: "template";
  readonly name: NameLiteral;
  readonly pipeline: Pipeline | undefined;
}

/** `define` and `block` with their content. */
export interface DefinitionNode extends Span {
  readonly kind: "define" | "block";
  readonly opening: Span;
  readonly name: NameLiteral;
  /** What a block is called with; undefined for `define`. */
  readonly pipeline: Pipeline | undefined;
  readonly body: readonly TemplateNode[];
}

/** The name of a template, a text in quotes. */
export interface NameLiteral extends Span {
  readonly value: string;
}

/** Commands joined by `|`; each gets the value of the one before as last argument. */
export interface Pipeline extends Span {
  /** Variables that are declared or set, with their `$`. */
  readonly variables: readonly Name[];
  readonly operator: ":=" | "=" | undefined;
  readonly commands: readonly Command[];
}

/** A first operand, and arguments when it is a function or a method. */
export interface Command extends Span {
  readonly operands: readonly [Operand, ...Operand[]];
}

export interface Name extends Span {
  readonly name: string;
}

export type LiteralType = "string" | "character" | "number" | "boolean" | "nil";

/** An operand with the fields behind it: `.a.b` is the dot with two fields. */
export type Operand = Span & {
  readonly fields: readonly Name[];
} & (
    | { readonly kind: "literal"; readonly type: LiteralType; readonly source: string }
    | { readonly kind: "dot" }
    | { readonly kind: "variable"; readonly name: string }
    | { readonly kind: "function"; readonly name: string; readonly nameEnd: number }
    | { readonly kind: "pipeline"; readonly pipeline: Pipeline }
    | { readonly kind: "placeholder" }
  );
