import { z } from 'zod';

/**
 * An id that the agent gives to a PC or a run. It goes into addresses, where `.` and `..` stand for
 * another place, and into the database, which takes no null character and no half of a pair.
 */
export const AgentId = z
  .string()
  .max(200)
  .regex(/^(?!\.{1,2}$)[^\p{Cc}\p{Cs}]+$/u);
