/** What the type of every resource of this package begins with in Pulumi; its kind follows. */
export const typePrefix = "pulumi-nodejs:dynamic/jira:";
