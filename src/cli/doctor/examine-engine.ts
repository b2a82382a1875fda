import { z } from "zod";
import { EngineError, redact } from "../../errors.js";
import { askPulumi } from "../engine/run-pulumi.js";
import { type Diagnosis, fine, missing } from "./diagnosis.js";

const oldestMajor = 3;

/** Looks at the Pulumi CLI, at the place where it keeps states, and at the stack that is selected. */
export async function examineEngine(): Promise<readonly Diagnosis[]> {
  try {
    const version = (await askPulumi("version")).trim();
    return [checkVersion(version), ...(await Promise.all([examineBackend(), examineStack()]))];
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return [missing("engine", error.message, "npm run set-up brings the Pulumi CLI that this project was tested with")];
  }
}

function checkVersion(version: string): Diagnosis {
  const major = Number(/^v?(\d+)\./.exec(version)?.[1] ?? Number.NaN);
  if (major >= oldestMajor) return fine("engine", `Pulumi CLI ${version}`);
  return missing("engine", `Pulumi CLI ${version}`, `version ${oldestMajor} or newer is needed`);
}

const identity = z.object({ user: z.string().default("nobody"), url: z.string() });

async function examineBackend(): Promise<Diagnosis> {
  try {
    const { user, url } = identity.parse(JSON.parse(await askPulumi("whoami", "--json")));
    return fine("state", redact(`kept at ${url}, as ${user}`));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return missing("state", firstLine(error), "say where states are kept: pulumi login, or PULUMI_BACKEND_URL");
  }
}

async function examineStack(): Promise<Diagnosis> {
  try {
    return fine("stack", `${(await askPulumi("stack", "--show-name")).trim()} is selected`);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return missing("stack", firstLine(error), "pulumi stack init NAME, or pulumi stack select NAME");
  }
}

function firstLine({ message }: Error): string {
  return message.split("\n").find((line) => line.trim() !== "") ?? message;
}
