import assert from "node:assert/strict";
import { test } from "node:test";
import type { CallHierarchyItem, Range, TypeHierarchyItem } from "vscode-languageserver-types";
import { type AtCursor, at } from "./navigation.ts";

const MONITORING = `alertmanager:
  config:
    route:
      receiver: chat
      routes:
        - receiver: phone
          routes:
            - receiver: chat
        - matchers: [a="b"]
          mute_time_intervals: [nights]
    receivers:
      - name: chat
      - name: phone
    time_intervals:
      - name: nights
`;

const ROLES = `authorization:
  rbac:
    default_role: reader
    roles:
      - name: admin
        permissions: []
        inherit_from: [editor, reader]
      - name: editor
        permissions: []
        inherit_from: [reader]
      - name: reader
        permissions: []
`;

function before(text: string, where: string): string {
  const index = text.indexOf(where);
  return `${text.slice(0, index)}<|>${text.slice(index)}`;
}

function monitoring(where: string): AtCursor {
  return at(before(MONITORING, where), { path: "tenants/one/monitoring.yaml" });
}

function roles(where: string): AtCursor {
  return at(before(ROLES, where), { path: "tenants/one/security.yaml" });
}

/** `name@line`, from 1. */
function shown({ name, range, selectionRange }: CallHierarchyItem | TypeHierarchyItem): string {
  const isBefore = (a: Range["start"], b: Range["start"]): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  assert.ok(isBefore(range.start, selectionRange.start) && isBefore(selectionRange.end, range.end), name);
  return `${name}@${range.start.line + 1}`;
}

const starts = (ranges: readonly Range[]): string =>
  ranges.map(({ start }) => `${start.line + 1}:${start.character + 1}`).join();

async function callsOf({ service, document, position, workspace, settings }: AtCursor) {
  const [item, ...others] = await service.prepareCallHierarchy(document, position, workspace, settings);
  assert.ok(item && others.length === 0);
  return item;
}

test("call hierarchy: routes refer to receivers, whether it begins at the name or at a use", async () => {
  for (const where of ["chat\n      routes", "chat\n      - name: phone"]) {
    const asked = monitoring(where);
    const item = await callsOf(asked);
    assert.equal(shown(item), "chat@12");
    const incoming = await asked.service.incomingCalls(item, asked.workspace, asked.settings);
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => `${shown(from)} ${starts(fromRanges)}`),
      ["chat@4 4:17", "chat@8 8:25"],
    );
    assert.deepEqual(await asked.service.outgoingCalls(item, asked.workspace, asked.settings), []);
  }
});

test("call hierarchy: a route is reached through its parent and leads to its receiver and its children", async () => {
  const asked = monitoring("phone\n    time");
  const { service, workspace, settings } = asked;
  const [phone] = await service.incomingCalls(await callsOf(asked), workspace, settings);
  assert.ok(phone);
  assert.equal(shown(phone.from), "phone@6");
  const [root] = await service.incomingCalls(phone.from, workspace, settings);
  assert.ok(root);
  assert.equal(shown(root.from), "chat@4");
  assert.deepEqual(await service.incomingCalls(root.from, workspace, settings), []);
  const outgoing = async (item: CallHierarchyItem): Promise<readonly string[]> =>
    (await service.outgoingCalls(item, workspace, settings)).map(
      ({ to, fromRanges }) => `${shown(to)} ${starts(fromRanges)}`,
    );
  assert.deepEqual(await outgoing(root.from), ["chat@12 4:17", "phone@6 6:21", "Route@9 9:11"]);
  assert.deepEqual(await outgoing(phone.from), ["phone@13 6:21", "chat@8 8:25"]);
});

test("type hierarchy: roles inherit from roles", async () => {
  const { service, document, position, workspace, settings } = roles("editor\n");
  const [editor] = await service.prepareTypeHierarchy(document, position, workspace, settings);
  assert.ok(editor);
  assert.equal(shown(editor), "editor@8");
  const above = await service.supertypes(editor, workspace, settings);
  assert.deepEqual(above.map(shown), ["reader@11"]);
  assert.deepEqual((await service.subtypes(editor, workspace, settings)).map(shown), ["admin@5"]);
  const [reader] = above;
  assert.ok(reader);
  assert.deepEqual((await service.subtypes(reader, workspace, settings)).map(shown), ["admin@5", "editor@8"]);
  assert.deepEqual(await service.supertypes(reader, workspace, settings), []);
});

test("type hierarchy: only of what inherits", async () => {
  const receiver = monitoring("phone\n    time");
  const { service, document, position, workspace, settings } = receiver;
  assert.deepEqual(await service.prepareTypeHierarchy(document, position, workspace, settings), []);
  const use = roles("reader\n    roles");
  const [item] = await use.service.prepareTypeHierarchy(use.document, use.position, use.workspace, use.settings);
  assert.equal(item && shown(item), "reader@11", "a use leads to what is declared");
});

test("hierarchies: an item that leads nowhere, or that no server made, has no neighbours", async () => {
  const asked = monitoring("phone\n    time");
  const { service, workspace, settings } = asked;
  const item = await callsOf(asked);
  for (const data of [undefined, 7, { path: "x" }, { path: [{}] }, { path: ["no", 5] }]) {
    assert.deepEqual(await service.incomingCalls({ ...item, data }, workspace, settings), []);
    assert.deepEqual(await service.outgoingCalls({ ...item, data }, workspace, settings), []);
    assert.deepEqual(await service.subtypes({ ...item, data }, workspace, settings), []);
  }
  assert.deepEqual(await service.incomingCalls({ ...item, uri: "file:///work/gone.yaml" }, workspace, settings), []);
});
