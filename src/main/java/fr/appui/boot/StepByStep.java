package fr.appui.boot;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.flywaydb.core.internal.parser.ParsingContext;
import org.flywaydb.core.internal.resolver.sql.SqlMigrationResolver;

/**
 * Flyway with migrations that mend: the same files, the same history and checksums, made by {@link MigrationSteps}; what failed
 * before is tried again instead of waiting for somebody to repair it.
 */
@Singleton
final class StepByStep implements FlywayConfigurationCustomizer {

    private static final int NO_SUCH_TABLE = 1146;

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.skipDefaultResolvers(true).resolvers(new Files()).callbacks(new Again());
    }

    private static final class Files implements MigrationResolver {
        @Override
        public Collection<ResolvedMigration> resolveMigrations(Context context) {
            return new SqlMigrationResolver(
                            context.resourceProvider,
                            (connection, undo, batch, output) -> new MigrationSteps(connection),
                            context.sqlScriptFactory,
                            context.configuration,
                            new ParsingContext())
                    .resolveMigrations(context);
        }
    }

    /** A failure that Flyway noted would refuse every later start. */
    private static final class Again implements Callback {
        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_VALIDATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            String history = context.getConfiguration().getTable();
            try (Statement statement = context.getConnection().createStatement()) {
                statement.executeUpdate("DELETE FROM " + history + " WHERE success = 0");
            } catch (SQLException refused) {
                if (refused.getErrorCode() != NO_SUCH_TABLE) {
                    throw new FlywaySqlException("failures noted in " + history, refused);
                }
            }
        }

        @Override
        public String getCallbackName() {
            return "again";
        }
    }
}
