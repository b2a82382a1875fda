import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postPreview } from "../../src/cli/preview/post-preview.js";
import { choosePullRequest } from "../../src/forge/choose-forge.js";
import { keepComment } from "../../src/forge/keep-comment.js";
import type { AccessPreview } from "../../src/model/preview.js";
import { emptyPreview } from "../report/preview/empty-preview.js";
import { credentials, environments, forgeToken } from "./pipeline-environment.js";
import { startForge } from "./start-forge.js";

const folder = mkdtempSync(join(tmpdir(), "forge-"));
const eventFile = join(folder, "event.json");
beforeAll(() => writeFileSync(eventFile, JSON.stringify({ pull_request: { number: 7 } })));
afterAll(() => rmSync(folder, { recursive: true }));

const gaining = (account: string): AccessPreview => ({
  ...emptyPreview,
  gains: [{ account, accountId: account, permission: "DELETE_ISSUES", before: "denied", after: "allowed", paths: [] }],
});

describe.each(["github", "gitlab", "bitbucket"] as const)("on %s", (speech) => {
  const credential = credentials[speech];
  const environment = (url: string) => environments[speech](url, eventFile);

  test("a comment is made once, updated by the next push, and resolved when the change is taken back", async () => {
    const forge = await startForge(speech, credential);
    const pullRequest = choosePullRequest(environment(forge.url));
    expect(await postPreview(pullRequest, emptyPreview, true)).toBe("left as it is");
    expect(await postPreview(pullRequest, gaining("ann"), true)).toBe("created");
    expect(await postPreview(pullRequest, gaining("ann"), true)).toBe("left as it is");
    expect(await postPreview(pullRequest, gaining("bob"), true)).toBe("updated");
    expect(forge.notes).toHaveLength(1);
    expect(forge.notes[0]?.body).toMatch(/\| bob \|[\s\S]*\n\n\[\/\/\]: # \(jira-access preview jira-access%2Fweb\)$/);
    expect(await postPreview(pullRequest, { ...gaining("eve"), owner: "jira-access/other" }, true)).toBe("created");
    expect(await postPreview(pullRequest, emptyPreview, true)).toBe("updated");
    expect(forge.notes[0]?.body).toContain("**Resolved**");
    expect(await postPreview(pullRequest, emptyPreview, true)).toBe("left as it is");
    expect(await postPreview(pullRequest, gaining("bob"), true)).toBe("updated");
    expect(forge.notes[1]?.body).toContain("| eve |");
  });

  test("where no push has changed access, nothing is called resolved", async () => {
    const forge = await startForge(speech, credential);
    const pullRequest = choosePullRequest(environment(forge.url));
    expect(await postPreview(pullRequest, emptyPreview, false)).toBe("created");
    const entry = { sign: "~", text: "description", isAccess: false } as const;
    const described: AccessPreview = { ...emptyPreview, changes: [{ kind: "role", name: "Robots", entries: [entry] }] };
    expect(await postPreview(pullRequest, described, false)).toBe("updated");
    expect(await postPreview(pullRequest, emptyPreview, false)).toBe("updated");
    expect(forge.notes[0]?.body).toContain("No change of access.");
  });

  test("its own comment is found on a later page, and what somebody else wrote with the same line is left alone", async () => {
    const forge = await startForge(speech, credential);
    const pullRequest = choosePullRequest(environment(forge.url));
    await postPreview(pullRequest, gaining("ann"), false);
    const [own] = forge.notes.splice(0);
    if (own === undefined) throw new Error("no comment was made");
    for (let id = 1; id <= 230; id++) forge.notes.push({ id, author: "mallory", body: own.body });
    forge.notes.push({ ...own, id: 231, body: own.body.replaceAll("\n", "\r\n") });
    expect(await postPreview(pullRequest, gaining("ann"), false)).toBe("left as it is");
    expect(await postPreview(pullRequest, gaining("bob"), false)).toBe("updated");
    expect(forge.notes.filter(({ body }) => body.includes("| bob |")).map(({ id }) => id)).toEqual([231]);
    expect(forge.notes).toHaveLength(231);
  });

  test("a refusal is told with the request and what came back, without the token", async () => {
    const forge = await startForge(speech, "something else");
    const failure = keepComment(choosePullRequest(environment(forge.url)), {
      subject: "a",
      write: () => "b",
      isMade: true,
    });
    await expect(failure).rejects.toThrow(/^GET http.*\/user was answered with 401: .*bad credentials/);
    await expect(failure).rejects.not.toThrow(
      new RegExp(`${forgeToken}|${credentials.bitbucket.slice("Basic ".length)}`),
    );
  });

  test("a comment stays under what the forge takes", async () => {
    const forge = await startForge(speech, credential);
    const pullRequest = choosePullRequest(environment(forge.url));
    const gains = Array.from({ length: 3000 }, (_, index) => ({
      ...gaining(`${index}`),
      project: `P${index}`,
    })).flatMap(({ gains, project }) => gains.map((gain) => ({ ...gain, project, risk: "destroys" })));
    await postPreview(pullRequest, { ...emptyPreview, gains }, false);
    expect(forge.notes[0]?.body.length).toBeLessThanOrEqual(speech === "bitbucket" ? 30_000 : 60_000);
    expect(forge.notes[0]?.body).toContain("Left out for length: 3000 explanations, 3000 gains.");
  });
});

test("with the token of a GitHub workflow, which may not ask who it is, comments of its bot are its own", async () => {
  const forge = await startForge("github", credentials.github, { knowsSelf: false });
  const pullRequest = choosePullRequest(environments.github(forge.url, eventFile));
  await postPreview(pullRequest, gaining("ann"), true);
  expect(await postPreview(pullRequest, gaining("bob"), true)).toBe("updated");
});

test.each([
  [{}, /this is none of them/],
  [{ GITLAB_CI: "true", CI_API_V4_URL: "http://127.0.0.1:9" }, /GITLAB_TOKEN is not set/],
  [
    { GITHUB_ACTIONS: "true", GITHUB_TOKEN: forgeToken, GITHUB_REPOSITORY: "a/b", GITHUB_EVENT_PATH: "/dev/null" },
    /pull request/,
  ],
])("where there is no pull request or no token, it says what is missing: %j", (environment, message) => {
  expect(() => choosePullRequest(environment)).toThrow(message);
});
