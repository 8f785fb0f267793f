import { commands, Location, Position, Range, Uri } from "vscode";

/** A position as the server sends it. */
interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/** A location as the server sends it. */
interface PlainLocation {
  readonly uri: string;
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
}

/** Shows the references that a code lens of the server lists: VS Code wants its own classes for them. */
export function showReferences(
  uri: string,
  position: PlainPosition,
  locations: readonly PlainLocation[],
): Thenable<unknown> {
  const places = locations.map(({ uri: target, range }) => new Location(Uri.parse(target), rangeOf(range)));
  return commands.executeCommand("editor.action.showReferences", Uri.parse(uri), positionOf(position), places);
}

function positionOf({ line, character }: PlainPosition): Position {
  return new Position(line, character);
}

function rangeOf({ start, end }: PlainLocation["range"]): Range {
  return new Range(positionOf(start), positionOf(end));
}
