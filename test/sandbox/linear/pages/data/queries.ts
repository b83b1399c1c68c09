const issueFields = `id identifier number title priority estimate sortOrder createdAt dueDate labelIds
  team { id } state { id } assignee { id } creator { id } project { id } cycle { id } parent { id }`;

export const workspaceQuery = `query Bootstrap {
  viewer { id }
  organization { name urlKey }
  teams(first: 20) { nodes { id key name } }
  users(first: 100) { nodes { id name } }
  workflowStates(first: 100) { nodes { id name type color position } }
  projects(first: 100) { nodes { id name color slugId status { name } lead { id } } }
  cycles(first: 100) { nodes { id number name isActive isPast startsAt endsAt } }
  issueLabels(first: 100) { nodes { id name color isGroup } }
  customViews(first: 100) { nodes { id name color slugId filterData } }
}`;

export const issuesQuery = `query Issues($after: String) {
  issues(first: 250, after: $after) { nodes { ${issueFields} } pageInfo { hasNextPage endCursor } }
}`;

export const changedIssuesQuery = `query ChangedIssues($ids: [ID!]) {
  issues(first: 50, filter: { id: { in: $ids } }) { nodes { ${issueFields} } pageInfo { hasNextPage endCursor } }
}`;

export const matchingIssuesQuery = `query MatchingIssues($filter: IssueFilter, $after: String) {
  issues(first: 250, filter: $filter, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
}`;

export const notificationsQuery = `query Notifications {
  notifications(first: 100) {
    nodes { id type createdAt actor { id } ... on IssueNotification { issue { id } } }
  }
}`;

export const projectDetailQuery = `query ProjectDetail($id: String!) {
  project(id: $id) {
    description
    initiatives(first: 20) { nodes { id name } }
    documents(first: 50) { nodes { id title url } }
  }
}`;

export const issueDetailQuery = `query IssueDetail($id: String!) {
  issue(id: $id) {
    id
    description
    creator { id }
    comments(first: 50) { nodes { id body createdAt user { name } } }
    history(first: 50) { nodes { id createdAt actor { name }
      fromState { name } toState { name } fromAssignee { name } toAssignee { name }
      fromCycle { number } toCycle { number } fromProject { name } toProject { name }
      fromTitle toTitle fromPriority toPriority updatedDescription } }
  }
}`;

/** The shape of a new issue in Linear's client: an id of its own making, the input in one variable (reference 2.2). */
export const issueCreateMutation = `mutation IssueCreate($issueCreateInput: IssueCreateInput!) {
  issueCreate(input: $issueCreateInput) { lastSyncId }
}`;

export const commentMutation = `mutation CommentCreate($commentCreateInput: CommentCreateInput!) {
  commentCreate(input: $commentCreateInput) { lastSyncId }
}`;
