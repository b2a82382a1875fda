import type * as pulumi from "@pulumi/pulumi";
import type { ExpectedAccess } from "../model/expected-access.js";
import { JiraResource } from "./jira-resource.js";

/** What one account may do, and nothing else. */
export interface ProvenAccountArgs {
  /** E-mail or accountId. */
  readonly account: pulumi.Input<string>;
  /** Keys of the projects that it works in. */
  readonly projects: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** All that it may do there. */
  readonly permissions: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** Permissions that it has by other ways and that are no finding, each with the reason; none unless given. */
  readonly tolerate?: Readonly<Record<string, string>>;
  /** What to make of permissions in other projects and of global ones; `report` unless given. */
  readonly elsewhere?: ExpectedAccess["elsewhere"];
}

/** What a proof of access is declared with. */
export interface AccessProofArgs {
  /** By any name that messages shall call them. */
  readonly accounts: Readonly<Record<string, ProvenAccountArgs>>;
  /** Fail the run when something is found, instead of warning; no unless said. What a run deletes goes after this. */
  readonly strict?: boolean;
}

/**
 * A proof that accounts may really do what is declared and nothing else: after whatever it depends on, the site itself
 * is asked. Writes nothing. Needs the global permission ADMINISTER and, for scoped tokens, `read:jira-work`.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-permissions-check-post
 */
export class AccessProof extends JiraResource {
  /** What was found, by account and by what it is about. */
  declare readonly findings: pulumi.Output<Readonly<Record<string, Readonly<Record<string, string>>>>>;

  constructor(resourceName: string, args: AccessProofArgs, options?: pulumi.CustomResourceOptions) {
    super("AccessProof", resourceName, { ...args, findings: undefined }, options);
  }
}
