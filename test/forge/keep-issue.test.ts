import { describe, expect, test } from "vitest";
import { postDrift } from "../../src/cli/drift/post-drift.js";
import { chooseDriftIssue } from "../../src/forge/choose-forge.js";
import type { FindingReport } from "../../src/model/finding.js";
import { credentials, environments, forgeToken } from "./pipeline-environment.js";
import { startForge } from "./start-forge.js";

const coverage = { rule: "unmanaged", level: "note", subject: "roles", message: "1 of 3 are kept" } as const;
const drifted = (...subjects: readonly string[]): FindingReport => ({
  title: "drift",
  rules: {
    "changed-outside": { text: "Nothing was changed outside.", help: "Take it back" },
    unmanaged: { text: "What the stack keeps.", help: "Adopt it" },
  },
  findings: [
    coverage,
    ...subjects.map((subject) => ({ rule: "changed-outside", level: "error", subject, message: "+ x" }) as const),
  ],
});

describe.each(["github", "gitlab", "bitbucket"] as const)("on %s", (speech) => {
  const open = async (stack = "web") => {
    const forge = await startForge(speech, credentials[speech]);
    return { forge, place: chooseDriftIssue(environments[speech](forge.url, "/dev/null"), stack) };
  };

  test("one issue is opened, updated, closed when nothing differs, and opened again", async () => {
    const { forge, place } = await open();
    expect(await postDrift(place, "web", drifted())).toBe("left as it is");
    expect(forge.issues).toEqual([]);
    expect(await postDrift(place, "web", drifted("scheme web"))).toBe("opened");
    expect(await postDrift(place, "web", drifted("scheme web"))).toBe("left as it is");
    expect(await postDrift(place, "web", drifted("scheme hr"))).toBe("updated");
    expect(forge.issues).toMatchObject([{ title: "Access drift: web", isOpen: true }]);
    expect(forge.issues[0]?.body).toMatch(/^Found 1 that differ [\s\S]*scheme hr/);
    expect(await postDrift(place, "web", drifted())).toBe("closed");
    expect(forge.issues).toMatchObject([{ isOpen: false, body: expect.stringMatching(/^Nothing differs any more\./) }]);
    expect(await postDrift(place, "web", drifted())).toBe("left as it is");
    expect(await postDrift(place, "web", drifted("scheme web"))).toBe("reopened");
    expect(forge.issues).toMatchObject([{ isOpen: true }]);
    const other = chooseDriftIssue(environments[speech](forge.url, "/dev/null"), "other");
    expect(await postDrift(other, "other", drifted("scheme web"))).toBe("opened");
    expect(forge.issues).toHaveLength(2);
  });

  test("it stays under what the forge takes, and leaves notes out first", async () => {
    const { forge, place } = await open();
    const subjects = Array.from({ length: 3000 }, (_, index) => `scheme ${index}`);
    await postDrift(place, "web", drifted(...subjects));
    expect(forge.issues[0]?.body.length).toBeLessThanOrEqual(speech === "bitbucket" ? 2000 : 60_000);
    expect(forge.issues[0]?.body).toMatch(/scheme 0[\s\S]*\n\nLeft out for length: \d+ of 3001\./);
    expect(forge.issues[0]?.body).not.toContain(coverage.message);
  });
});

test.each(["github", "gitlab"] as const)("on %s, an issue that did not get its label is told of", async (speech) => {
  const forge = await startForge(speech, credentials[speech], { labels: false });
  const place = chooseDriftIssue(environments[speech](forge.url, "/dev/null"), "web");
  await expect(postDrift(place, "web", drifted("scheme web"))).rejects.toThrow(/without the label "jira-access drift"/);
});

test.each(["github", "gitlab", "bitbucket"] as const)("on %s, a refusal holds no token", async (speech) => {
  const forge = await startForge(speech, "something else");
  const failure = postDrift(chooseDriftIssue(environments[speech](forge.url, "/dev/null"), "web"), "web", drifted("x"));
  await expect(failure).rejects.toThrow(/^GET http.* was answered with 401: .*bad credentials/);
  await expect(failure).rejects.not.toThrow(
    new RegExp(`${forgeToken}|${credentials.bitbucket.slice("Basic ".length)}`),
  );
});

test.each(["github", "gitlab"] as const)(
  "on %s, what somebody else wrote with the same last line is left alone",
  async (speech) => {
    const forge = await startForge(speech, credentials[speech]);
    const place = chooseDriftIssue(environments[speech](forge.url, "/dev/null"), "web");
    await postDrift(place, "web", drifted("scheme web"));
    const [own] = forge.issues.splice(0);
    if (own === undefined) throw new Error("no issue was opened");
    for (let number = 1; number <= 230; number++) forge.issues.push({ ...own, number, author: "mallory" });
    forge.issues.push({ ...own, number: 231, body: own.body.replaceAll("\n", "\r\n") });
    expect(await postDrift(place, "web", drifted("scheme web"))).toBe("left as it is");
    expect(await postDrift(place, "web", drifted())).toBe("closed");
    expect(forge.issues.filter(({ isOpen }) => !isOpen).map(({ number }) => number)).toEqual([231]);
  },
);
