import * as pulumi from "@pulumi/pulumi";
import { AccessProof, type ProvenAccountArgs } from "./access-proof.js";
import { HolderGrants } from "./holder-grants.js";
import { ProjectRole } from "./project-role.js";
import { ProjectRoleActor } from "./project-role-actor.js";

/** What an integration user is declared with: what it may do and nothing else, and how it gets that. */
export interface IntegrationUserArgs extends ProvenAccountArgs {
  /** Keys of the projects that it works in. */
  readonly projects: readonly string[];
  /** The names of the permission schemes that those projects use, each once; their other grants are left alone. */
  readonly schemes: readonly pulumi.Input<string>[];
  /** The name of the role that carries its permissions; `Integration: ` and the resource's name unless given. */
  readonly role?: pulumi.Input<string>;
}

/**
 * An account that may do exactly this: a project role of its own, the role's grants in the projects' schemes, the account
 * in the role in each project, and the proof that it may really do that and nothing else.
 */
export class IntegrationUser extends pulumi.ComponentResource {
  /** The role that carries its permissions. */
  readonly role: ProjectRole;
  readonly proof: AccessProof;

  constructor(name: string, args: IntegrationUserArgs, options?: pulumi.ComponentResourceOptions) {
    super("jira-access:index:IntegrationUser", name, {}, options);
    const { schemes, role, ...proven } = args;
    const description = "What an integration user may do";
    this.role = new ProjectRole(name, { name: role ?? `Integration: ${name}`, description }, { parent: this });
    const holder = { projectRole: this.role.name };
    const grants = schemes.map((scheme, index) => {
      const key = typeof scheme === "string" ? scheme : `${index}`;
      return new HolderGrants(`${name}@${key}`, { scheme, holder, permissions: proven.permissions }, { parent: this });
    });
    const actors = proven.projects.map((project) => {
      const actor = { project, role: this.role.name, user: proven.account };
      return new ProjectRoleActor(`${name}@${project}`, actor, { parent: this });
    });
    const dependsOn = [...grants, ...actors];
    this.proof = new AccessProof(name, { accounts: { [name]: proven } }, { parent: this, dependsOn });
    this.registerOutputs({ role: this.role.name });
  }
}
