const names = ["No priority", "Urgent", "High", "Medium", "Low"];

/** Linear's word for a priority, 0 to 4. */
export function priorityName(priority: number): string {
  return names[priority] ?? "No priority";
}
