package fr.appui.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Deletes many rows a thousand at a time, each piece a transaction of its own: whoever writes meanwhile waits for none. */
@ApplicationScoped
public class Pieces {

    private static final int PIECE = 1000;

    private final DataSource database;

    Pieces(DataSource database) {
        this.database = database;
    }

    /**
     * @param delete one table's rows, or what they hold, with one {@code ?} for the bound, without LIMIT
     * @return how many
     */
    public int delete(String delete, Object bound) {
        int deleted = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(delete + " LIMIT " + PIECE)) {
            statement.setObject(1, bound);
            int piece;
            do {
                piece = statement.executeUpdate();
                deleted += piece;
            } while (piece == PIECE);
        } catch (SQLException away) {
            throw new IllegalStateException("nothing can be erased now", away);
        }
        return deleted;
    }
}
