import { query } from "@/lib/routes/query";

/** What admins set up and look after. */
export const administrationRoutes = {
  setUp: (code?: string) => `/setup${query({ code })}`,
  admin: () => "/admin",
  newBoard: () => "/admin/boards/new",
  adminBoard: (id: number) => `/admin/boards/${id}`,
  adminRules: () => "/admin/rules",
  adminRule: (id: number) => `/admin/rules/${id}`,
  outbox: (before?: number) => `/admin/outbox${query({ before })}`,
  outboxMail: (id: number) => `/admin/outbox/${id}`,
  failedJobs: () => "/admin/jobs",
};
