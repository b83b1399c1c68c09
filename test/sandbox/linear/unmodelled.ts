import type { Typename } from "./model";

/**
 * Fields that Linear's schema promises and this workspace has no use for: the values of a plain new workspace.
 * What is missing here is null, false or empty (see `resolve.ts`); a number or text that is missing is an error.
 */
export const unmodelled: { [T in Typename]?: Record<string, unknown> } = {
  Organization: {
    allowedAuthServices: ["google", "email"],
    authSettings: {},
    customerCount: 0,
    customersConfiguration: {},
    fiscalYearStartMonth: 0,
    initiativeUpdateRemindersDay: "Friday",
    initiativeUpdateRemindersHour: 14,
    periodUploadVolume: 0,
    projectUpdateRemindersDay: "Friday",
    projectUpdateRemindersHour: 14,
    projectUpdatesReminderFrequency: "never",
    pullRequestIssueMode: "default",
    releaseChannel: "public",
    roadmapEnabled: true,
    securitySettings: {},
    slaDayCount: "all",
    slackProjectChannelPrefix: "proj-",
  },
  User: {
    active: true,
    avatarBackgroundColor: "#5e6ad2",
    canAccessAnyPublicTeam: true,
    inviteHash: "sandbox",
    isAssignable: true,
    isMentionable: true,
  },
  Team: {
    autoArchivePeriod: 6,
    cycleCalenderUrl: "https://linear.app/calendar/sandbox",
    cycleCooldownTime: 0,
    cycleDuration: 2,
    cycleStartDay: 1,
    defaultIssueEstimate: 1,
    initiativesEnabled: true,
    inviteHash: "sandbox",
    issueEstimationType: "fibonacci",
    ledInitiativeCount: 0,
    securitySettings: {},
    setIssueSortOrderOnStateChange: "default",
    timezone: "Europe/London",
    upcomingCycleCount: 2,
    visibility: "public",
  },
  ProjectStatus: {},
  Project: { frequencyResolution: "weekly", prioritySortOrder: 0 },
  Initiative: { frequencyResolution: "weekly", priority: 0, prioritySortOrder: 0, visibility: "public" },
  Issue: { customerTicketCount: 0, reactionData: {} },
  Comment: { reactionData: {} },
  CustomView: { modelName: "Issue" },
};
