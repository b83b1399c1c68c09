const issueFields = `id identifier number title priority estimate sortOrder createdAt dueDate labelIds
  team { id } state { id } assignee { id } project { id } cycle { id } parent { id }`;

export const workspaceQuery = `query Bootstrap {
  viewer { id }
  organization { name urlKey }
  teams(first: 20) { nodes { id key name } }
  users(first: 100) { nodes { id name } }
  workflowStates(first: 100) { nodes { id name type color position } }
  projects(first: 100) { nodes { id name color } }
  cycles(first: 100) { nodes { id number name isActive isPast } }
  issueLabels(first: 100) { nodes { id name color isGroup } }
}`;

export const issuesQuery = `query Issues($after: String) {
  issues(first: 250, after: $after) { nodes { ${issueFields} } pageInfo { hasNextPage endCursor } }
}`;

export const changedIssuesQuery = `query ChangedIssues($ids: [ID!]) {
  issues(first: 50, filter: { id: { in: $ids } }) { nodes { ${issueFields} } pageInfo { hasNextPage endCursor } }
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

export const commentMutation = `mutation CommentCreate($commentCreateInput: CommentCreateInput!) {
  commentCreate(input: $commentCreateInput) { lastSyncId }
}`;
