CREATE TABLE `avatars` (
	`user_id` text PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `avatars_id_unique` ON `avatars` (`id`);--> statement-breakpoint
CREATE INDEX `avatars_blob` ON `avatars` (`sha256`);