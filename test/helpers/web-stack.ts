/** A small stack file: a scheme of the built-in site's project WEB, and a role of programs with one account in it. */
export const webStack = `
projectRoles:
  Robots: {}
permissionSchemes:
  web:
    name: Web scheme
    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      BROWSE_PROJECTS: [{ group: acme-staff }, { projectRole: Robots }]
projects:
  WEB: { permissionScheme: web, roles: { Robots: { users: [triage@acme.example] } } }
`;
