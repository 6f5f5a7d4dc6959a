-- What the schema in TypeScript cannot say.
-- Room on the page, so that updates of these rows stay on it.
ALTER TABLE "conversations" SET (fillfactor = 80);--> statement-breakpoint
ALTER TABLE "firing_steps" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "deliveries" SET (fillfactor = 70);--> statement-breakpoint
-- Search is by folded text, the same in every locale.
ALTER TABLE "rules" ALTER COLUMN "search" TYPE text COLLATE "C";
