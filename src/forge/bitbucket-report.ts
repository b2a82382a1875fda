import { createHash } from "node:crypto";
import { z } from "zod";
import { ForgeError } from "../errors.js";
import { openBitbucketApi, repositoryPath } from "./bitbucket.js";
import type { Environment, IssuePlace, IssueText } from "./forge.js";
import { required } from "./settings.js";

const report = z.object({ title: z.string(), details: z.string(), result: z.enum(["PASSED", "FAILED", "PENDING"]) });

/**
 * The report about a stack's drift on the commit of a Bitbucket pipeline, since not every repository there has issues.
 * `BITBUCKET_EMAIL` and `BITBUCKET_TOKEN` are those of an account that may read and write the repository's pull requests.
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/api-group-reports/
 */
export function openBitbucketReport(environment: Environment, stack: string): IssuePlace {
  const api = openBitbucketApi(environment);
  const id = `jira-access-drift-${createHash("sha256").update(stack).digest("hex").slice(0, 16)}`;
  const commit = encodeURIComponent(required(environment, "BITBUCKET_COMMIT"));
  const path = `${repositoryPath(environment)}/commit/${commit}/reports/${id}`;
  const write = async ({ title, body, isOpen }: IssueText) => {
    const result = isOpen ? "FAILED" : "PASSED";
    const text = { title, details: body, result, report_type: "SECURITY", reporter: "jira-access" };
    await api.call("PUT", path, z.unknown(), text);
  };
  return {
    mostCharacters: 2000,
    shows: "text",
    async find() {
      try {
        const { title, details, result } = await api.call("GET", path, report);
        return { id, title, body: details, isOpen: result !== "PASSED" };
      } catch (error) {
        if (error instanceof ForgeError && error.status === 404) return undefined;
        throw error;
      }
    },
    create: write,
    update: (_, text) => write(text),
  };
}
