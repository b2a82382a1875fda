import { Config } from "@pulumi/pulumi";
import { IntegrationUser } from "pulumi-jira-access";

const config = new Config();

const user = new IntegrationUser("integration", {
  account: config.require("account"),
  projects: [config.require("project")],
  schemes: [config.require("scheme")],
  permissions: ["BROWSE_PROJECTS", "ADD_COMMENTS"], // all that it may do
});

export const role = user.role.name;
