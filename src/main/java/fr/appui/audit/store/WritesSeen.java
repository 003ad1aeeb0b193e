package fr.appui.audit.store;

import fr.appui.audit.ActUnderWay;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Tells the act under way that something is written, whoever writes it and however: no store can forget to. */
@PersistenceUnitExtension
@ApplicationScoped
class WritesSeen implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private static final Pattern WRITING =
            Pattern.compile("\\s*+(insert|update|delete|replace)\\b.*+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whoever waits for their turn has done nothing yet, and what they ask for may still be refused. */
    private static final Pattern TURN = Pattern.compile(
            "\\s*+(insert\\s+(ignore\\s+)?into|update)\\s+(scheduled_lock|job_lease)\\b.*+",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final transient Provider<ActUnderWay> act;

    WritesSeen(Provider<ActUnderWay> act) {
        this.act = act;
    }

    @Override
    public String inspect(String sql) {
        if (isWriting(sql) && Arc.container().requestContext().isActive()) {
            act.get().writes();
        }
        return sql;
    }

    static boolean isWriting(String sql) {
        return WRITING.matcher(sql).matches() && !TURN.matcher(sql).matches();
    }
}
