-- To whom a territory's poster goes. One taken off the list keeps what was sent to it.
CREATE TABLE IF NOT EXISTS diffusion_contact (
    id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    territory VARCHAR(32) CHARACTER SET ascii NOT NULL,
    mail      VARCHAR(254) NOT NULL,
    kind      VARCHAR(16) CHARACTER SET ascii NOT NULL,
    name      VARCHAR(160) NOT NULL,
    phone     VARCHAR(20),
    removed   BOOLEAN      NOT NULL DEFAULT FALSE,
    kept_by   VARCHAR(160) NOT NULL,
    UNIQUE (territory, mail)
) CHARACTER SET utf8mb4;
