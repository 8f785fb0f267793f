/** Names as facts of a rule: looked up quickly, and compared by what they are. */
export class Names extends Set<string> {
  toJSON(): readonly string[] {
    return [...this];
  }
}
