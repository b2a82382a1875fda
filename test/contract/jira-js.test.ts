import { createCloudClient, isForbiddenError, isNotFoundError } from "jira.js";
import { describe, expect, test } from "vitest";
import { startSite } from "../emulator/site.js";

async function openSite() {
  const site = await startSite();
  const as = (who: string) =>
    createCloudClient({
      host: site.url,
      auth: { type: "basic", email: `${who}@acme.example`, apiToken: `emulator-${who}-token` },
    });
  return { admin: as("admin"), bot: as("release-notes") };
}

describe("jira.js, a client that knows nothing of this project", () => {
  test("takes an integration user through its life on the emulator", async () => {
    const { admin, bot } = await openSite();
    const { accountId } = await bot.myself.getCurrentUser();
    await expect(bot.issues.getIssue({ issueIdOrKey: "PAY-1" })).rejects.toSatisfy(isNotFoundError);

    const role = await admin.projectRoles.createProjectRole({ name: "Robots", description: "Programs" });
    const roleId = Number(role.id);
    const scheme = await admin.permissionSchemes.createPermissionScheme({ body: { name: "Robot scheme" } });
    const schemeId = Number(scheme.id);
    const holder = { type: "projectRole", parameter: String(roleId) };
    const permissions = ["BROWSE_PROJECTS", "ADD_COMMENTS"].map((permission) => ({ permission, holder }));
    await admin.permissionSchemes.updatePermissionScheme({ schemeId, body: { name: "Robot scheme", permissions } });
    const written = await admin.permissionSchemes.getPermissionScheme({ schemeId, expand: "all" });
    expect(written.permissions?.map(({ permission }) => permission)).toEqual(["BROWSE_PROJECTS", "ADD_COMMENTS"]);

    const project = { projectKeyOrId: "PAY" };
    const previous = await admin.projectPermissionSchemes.getAssignedPermissionScheme(project);
    await admin.projectRoleActors.addActorUsers({ projectIdOrKey: "PAY", id: roleId, user: [String(accountId)] });
    await admin.projectPermissionSchemes.assignPermissionScheme({ ...project, id: schemeId });

    const comment = await bot.issueComments.addComment({ issueIdOrKey: "PAY-1", body: paragraph("Released") });
    await expect(bot.issues.deleteIssue({ issueIdOrKey: "PAY-1" })).rejects.toSatisfy(isForbiddenError);
    const mine = await bot.permissions.getMyPermissions({
      projectKey: "PAY",
      permissions: "ADD_COMMENTS,DELETE_ISSUES",
    });
    expect(mine.permissions?.ADD_COMMENTS?.havePermission).toBe(true);
    expect(mine.permissions?.DELETE_ISSUES?.havePermission).toBe(false);
    const read = await bot.issueComments.getComment({ issueIdOrKey: "PAY-1", id: String(comment.id) });
    expect(read.author?.accountId).toBe(accountId);

    await admin.projectPermissionSchemes.assignPermissionScheme({ ...project, id: Number(previous.id) });
    await admin.permissionSchemes.deletePermissionScheme({ schemeId });
    await admin.projectRoleActors.deleteActor({ projectIdOrKey: "PAY", id: roleId, user: String(accountId) });
    await admin.projectRoles.deleteProjectRole({ id: roleId });
    await expect(bot.issues.getIssue({ issueIdOrKey: "PAY-1" })).rejects.toSatisfy(isNotFoundError);
  });
});

function paragraph(text: string) {
  return {
    type: "doc" as const,
    version: 1 as const,
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
  };
}
