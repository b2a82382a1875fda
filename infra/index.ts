import * as pulumi from "@pulumi/pulumi";
import { createClient } from "../src/client/create-client.js";
import { readCredentials, readSettings } from "../src/client/credentials.js";
import { createDirectory } from "../src/client/directory.js";
import { JiraError, StackError } from "../src/errors.js";
import { observeSite } from "../src/live/observe-site.js";
import { preflight } from "../src/preflight/preflight.js";
import { recollect } from "../src/preflight/recollection.js";
import { currentOwner } from "../src/resources/jira-resource.js";
import { declareStack, type StackOutputs } from "../src/resources/stack/declare-stack.js";
import { readStack } from "../src/stack/read-stack.js";
import { stackFileOf } from "../src/stack/stack-files.js";
import { readOwnState } from "./own-state.js";
import { withoutPositions } from "./without-positions.js";

async function declareAccess(): Promise<StackOutputs> {
  // The engine starts the program in its own folder; the stack files are named from the project's.
  process.chdir(pulumi.getRootDirectory());
  const stack = readStack(stackFileOf(pulumi.getStack()));
  const config = new pulumi.Config("jira");
  const setting = readSettings(process.env, (key) => config.get(key.slice("jira:".length)));
  const directory = createDirectory(createClient(readCredentials(setting)));
  const past = recollect(await readOwnState());
  const desired = await preflight(stack, currentOwner(), past, (lookups) => observeSite(directory, lookups));
  return withoutPositions(() => declareStack(desired));
}

const access = await declareAccess().catch((error: unknown) => {
  if (error instanceof JiraError || error instanceof StackError) throw new pulumi.RunError(error.message);
  throw error;
});

export const { groups, permissionSchemes, projectRoles } = access;
