import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { TextFault } from "../../src/file-error.js";
import type { Recording } from "../../src/model/recording.js";
import { readHar } from "../../src/recorder/read-har.js";
import { readLog } from "../../src/recorder/read-log.js";
import { readRecording, writeRecording } from "../../src/recorder/recording-file.js";

const folder = mkdtempSync(join(tmpdir(), "recordings-"));
afterAll(() => rmSync(folder, { recursive: true }));

const call = {
  method: "GET",
  operation: "getIssue",
  path: "/rest/api/3/issue/{issueIdOrKey}",
  status: 200,
  time: "2026-06-01T10:00:00.000Z",
};

describe("a HAR file", () => {
  const entry = (url: string, startedDateTime: string, more = {}) => ({
    startedDateTime,
    time: 12.4,
    request: { method: "GET", url, headers: [{ name: "Authorization", value: "Basic secret" }] },
    response: { status: 200, content: { text: "private words" } },
    ...more,
  });

  test("gives the calls of APIs with nothing else of them", () => {
    const entries = [
      entry("https://acme.atlassian.net/rest/api/3/issue/PAY-1?fields=secret", "2026-06-01T12:00:00+02:00"),
      entry("https://acme.atlassian.net/browse/PAY-1", "2026-06-01T10:00:01Z"),
      entry("https://api.atlassian.com/ex/jira/x/rest/api/2/issue/PAY-2", "2026-06-01T10:05:00Z"),
    ];
    const recording = readHar(JSON.stringify({ log: { entries } }));
    expect(recording.calls).toEqual([
      { ...call, durationMs: 12 },
      { ...call, durationMs: 12, time: "2026-06-01T10:05:00.000Z" },
    ]);
    expect(recording.watches).toEqual([{ from: "2026-06-01T10:00:00.000Z", to: "2026-06-01T10:05:00.000Z" }]);
    expect(JSON.stringify(recording)).not.toMatch(/secret|private|PAY/);
  });
});

describe("an access log", () => {
  test("may tell the address and the moment in several ways", () => {
    const lines = [
      { method: "GET", path: "/rest/api/3/issue/PAY-1?x", status: 200, time: "2026-06-01T10:00:00Z" },
      { method: "GET", url: "https://acme.atlassian.net/rest/api/3/issue/PAY-1", status: "200", timestamp: 1780308000 },
      {
        method: "GET",
        path: "/rest/api/3/issue/PAY-1",
        status: 200,
        timestamp: 1780308000000,
        user: "ann@acme.example",
      },
    ];
    expect(readLog(lines.map((line) => JSON.stringify(line)).join("\n\n")).calls).toEqual([call, call, call]);
  });

  test("with a line that is none is refused by its number", () => {
    expect(() => readLog('{"method":"GET","path":"/","status":200}\nGET / 200')).toThrow(
      new TextFault("not valid JSON", 2),
    );
    expect(() => readLog('{"method":"GET","status":200}')).toThrow(new TextFault("path or url is needed", 1));
  });
});

describe("a recording", () => {
  const recording: Recording = { user: "bot", watches: [{ from: call.time, to: call.time }], calls: [call] };

  test("is kept for its owner alone, read back as it was, and never written over another file", () => {
    const file = join(folder, "kept.json");
    writeRecording(file, recording);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readRecording(file)).toEqual(recording);
    expect(() => writeRecording(file, recording)).toThrow(`${file}: there is a file of that name already`);
  });

  test("that is none is refused by the file's name", () => {
    const file = join(folder, "other.json");
    writeFileSync(file, '{"version":1,"watches":[],"calls":[{"method":"GET"}]}');
    expect(() => readRecording(file)).toThrow(`${file}: calls.0.path: `);
    expect(() => readRecording(join(folder, "none"))).toThrow(`${join(folder, "none")}: `);
  });
});
