import { type NewAccount, usernameTaken } from "@/lib/accounts/account";
import { hashPassword, passwordProblem } from "@/lib/accounts/password";
import { allowSetUp } from "@/lib/accounts/rate-limit";
import { hashToken, isToken, newToken } from "@/lib/accounts/token";
import { usernameKey } from "@/lib/accounts/username";
import { db, inTransaction, isUniqueViolation, type Transaction } from "@/lib/db/client";
import { maySetUp } from "@/lib/policy/accounts";
import { type Failure, failure, type Result, success } from "@/lib/result";
