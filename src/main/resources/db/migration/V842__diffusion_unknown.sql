-- Whether a sending began of which nothing tells how it ended. Its state is FAILED meanwhile, for nodes that do not know better.
ALTER TABLE diffusion_message ADD COLUMN IF NOT EXISTS unheard BOOLEAN NOT NULL DEFAULT FALSE;
