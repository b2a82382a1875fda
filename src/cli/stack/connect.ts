import { z } from "zod";
import { createClient, type JiraClient } from "../../client/create-client.js";
import { type Credentials, MissingSettingError, readCredentials, readSettings } from "../../client/credentials.js";
import { createDirectory, type Directory } from "../../client/directory.js";
import { EngineError, JiraError } from "../../errors.js";
import { askPulumi } from "../engine/run-pulumi.js";
import { countAnswer } from "../terminal/progress.js";

const configuration = z.record(z.string(), z.looseObject({ value: z.string().exactOptional() }));

/**
 * Opens the site that a stack is for; sends no request yet. The environment says where it is and who acts; only where
 * that is not enough, Pulumi is asked for the stack's configuration too, secrets included.
 * @param stack the stack's name in Pulumi; the selected one unless told.
 * @throws JiraError of kind `credentials` that says what is missing.
 */
export async function connect(stack?: string): Promise<Directory> {
  return createDirectory(countAnswers(createClient(await findCredentials(stack))));
}

/** The same client; progress that is shown counts its answers. */
function countAnswers(client: JiraClient): JiraClient {
  return {
    ...client,
    async call(operation, given, answer) {
      const read = await client.call(operation, given, answer);
      countAnswer();
      return read;
    },
  };
}

async function findCredentials(stack: string | undefined): Promise<Credentials> {
  try {
    return readCredentials(readSettings(process.env));
  } catch (error) {
    if (!(error instanceof MissingSettingError)) throw error;
    const config = await readConfiguration(stack, error);
    return readCredentials(readSettings(process.env, (key) => config[key]?.value));
  }
}

async function readConfiguration(
  stack: string | undefined,
  lacking: JiraError,
): Promise<z.output<typeof configuration>> {
  const which = stack === undefined ? [] : ["--stack", stack];
  try {
    return configuration.parse(JSON.parse(await askPulumi("config", "--json", "--show-secrets", ...which)));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new JiraError(
      "credentials",
      `${lacking.message}. The stack's configuration cannot be read: ${error.message}`,
    );
  }
}
