// @ts-check
// npm's `prepare`: builds the package wherever npm installs it with its compiler at hand.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, buildIsReady } from "./build.mjs";
import { root } from "./paths.mjs";
import { reportFailure } from "./report-failure.mjs";

const setUpBuildsItself = process.env.JIRA_ACCESS_SET_UP !== undefined;
const hasCompiler = existsSync(join(root, "node_modules", "typescript"));

if (!setUpBuildsItself && hasCompiler && !buildIsReady()) await build().catch(reportFailure);
