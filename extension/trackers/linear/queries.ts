/**
 * Fifty issues with all that their badges need, in one query of about 4,000 of the 10,000 points that Linear
 * allows (0.1 a property, 1 an object, connections times `first`; reference 2026-09). The policy rides along.
 */
export const issuesQuery = `query PlumblineIssues($filter: IssueFilter!) {
  issues(filter: $filter, first: 50, includeArchived: true) {
    nodes {
      id identifier title url
      parent { id }
      labels(first: 12) { nodes { name parent { name } } }
      documents(first: 1, filter: { title: { eq: "Problem statement" } }) { nodes { content } }
      project {
        id name url
        status { type }
        initiatives(first: 5) { nodes { name description status } }
        sheet: documents(first: 1, filter: { title: { eq: "Alignment Sheet" } }) { nodes { content } }
        statement: documents(first: 1, filter: { title: { eq: "Problem statement" } }) {
          nodes {
            content
            comments(first: 10) { nodes { body createdAt editedAt user { id name app } botActor { id } } }
          }
        }
      }
    }
  }
  projects(filter: { name: { eq: "Plumbline" } }, first: 1) {
    nodes { documents(first: 1, filter: { title: { eq: "Gate policy" } }) { nodes { content } } }
  }
}`;

const comments = `comments(first: 10) {
  nodes { body createdAt editedAt user { id name app } botActor { id } }
  pageInfo { hasNextPage }
}`;

const projectForGate = `
  id name url
  status { type }
  initiatives(first: 5) { nodes { name description status } }
  sheet: documents(first: 1, filter: { title: { eq: "Alignment Sheet" } }) { nodes { content } }
  statement: documents(first: 1, filter: { title: { eq: "Problem statement" } }) { nodes { content ${comments} } }
`;

/**
 * What `issuesQuery` asks, with what a verdict needs besides: the cycle, the comments on the issue and below both statements.
 * Fifty issues come to about 9,300 of the 10,000 points.
 */
export const gateQuery = `query PlumblineGate($filter: IssueFilter!) {
  issues(filter: $filter, first: 50, includeArchived: true) {
    nodes {
      id identifier title url
      parent { id }
      cycle { id }
      labels(first: 12) { nodes { name parent { name } } }
      ${comments}
      documents(first: 1, filter: { title: { eq: "Problem statement" } }) { nodes { content ${comments} } }
      project { ${projectForGate} }
    }
  }
  projects(filter: { name: { eq: "Plumbline" } }, first: 1) {
    nodes { documents(first: 1, filter: { title: { eq: "Gate policy" } }) { nodes { content } } }
  }
}`;

/** Projects by themselves, with what `gateQuery` asks of those that have issues. Fifty come to about 3,000 points. */
export const gateProjectsQuery = `query PlumblineGateProjects($ids: [ID!]) {
  projects(filter: { id: { in: $ids } }, first: 50, includeArchived: true) { nodes { ${projectForGate} } }
}`;

/** Whose key it is and for which workspace. */
export const viewerQuery = "query PlumblineViewer { viewer { id name organization { urlKey name } } }";
