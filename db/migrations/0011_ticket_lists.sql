CREATE INDEX "conversations_status" ON "conversations" USING btree ("account_id","status","number");--> statement-breakpoint
CREATE INDEX "conversations_assignee" ON "conversations" USING btree ("account_id","assignee_key","number") WHERE "conversations"."assignee_key" is not null;--> statement-breakpoint
CREATE INDEX "conversations_inbox" ON "conversations" USING btree ("account_id","inbox_key","number") WHERE "conversations"."inbox_key" is not null;--> statement-breakpoint
CREATE INDEX "conversations_tags" ON "conversations" USING gin ("tags") WHERE "conversations"."tags" <> '{}';--> statement-breakpoint
CREATE INDEX "conversations_orders" ON "conversations" USING gin ("orders") WHERE "conversations"."orders" <> '{}';