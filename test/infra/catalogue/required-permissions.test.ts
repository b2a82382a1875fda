import { describe, expect, test } from "vitest";
import { readRequiredPermissions } from "../../../infra/catalogue/required-permissions.js";

const heading = "Does a thing.\n\n**[Permissions](#permissions) required:**";
const link = "[project permission](https://jira.example/x)";
const read = (text: string) => readRequiredPermissions(`${heading}${text}`);

describe("needed are", () => {
  test.each([
    ["none", " None.", []],
    ["one that a sentence names", ` *Edit issues* ${link} for the project.`, [["EDIT_ISSUES"]]],
    ["all that `and` joins", ` *Browse projects* and *Edit issues* ${link}.`, [["BROWSE_PROJECTS"], ["EDIT_ISSUES"]]],
    [
      "one of those that `or` joins",
      ` *Administer projects* or *Administer Jira*.`,
      [["ADMINISTER", "ADMINISTER_PROJECTS"]],
    ],
    [
      "all bullets, and of one bullet the one or the other",
      `\n\n *  *Browse projects* ${link}.\n *  *Edit all comments*${link} for any or *Edit own comments* for one's own.`,
      [["BROWSE_PROJECTS"], ["EDIT_ALL_COMMENTS", "EDIT_OWN_COMMENTS"]],
    ],
    [
      "one of the bullets under `either of`",
      " either of:\n\n *  *Browse users and groups*.\n *  *Administer Jira*.",
      [["ADMINISTER", "USER_PICKER"]],
    ],
    ["rights that are no permissions", " Site administration (that is, a *group*).", [["site administration"]]],
  ])("%s", (_, text, needs) => expect(read(text).needs).toEqual(needs));
});

test.each([
  ["bullets of which one is administration of Jira", "\n\n *  *Administer projects*.\n *  *Administer Jira*."],
  ["two permissions that nothing joins", " *Administer Jira*. *Edit workflow*"],
  ["a permission that is needed at times", " *Administer Jira* is needed at times, *Edit issues* otherwise."],
])("%s: unknown", (_, text) => expect(read(text).needs).toBe("unknown"));

test("a description that says nothing of permissions leaves them unknown", () => {
  expect(readRequiredPermissions("Returns *Browse projects*.").needs).toBe("unknown");
});

test("what only a part needs stands apart", () => {
  const text = `\n\n *  *Browse projects* ${link}.\n *  To add others, *Manage watcher list* ${link}.`;
  expect(read(text)).toEqual({ needs: [["BROWSE_PROJECTS"]], partly: ["MANAGE_WATCHERS"], apps: [] });
});

test("operations for apps alone need no permission", () => {
  expect(read(" Only Connect or Forge apps can use this.")).toEqual({
    needs: [],
    partly: [],
    apps: ["Connect", "Forge"],
  });
});
