package fr.appui.boot;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A data source whose user, or whose server, ends right after a write: after every so manieth that was not met before. */
final class Cuts {

    /** What ends. */
    interface End {
        /** @param write what was made just before */
        void after(String write, Connection connection) throws SQLException;
    }

    private static final Pattern WRITES = Pattern.compile(
            "^(?:\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(?:CREATE|ALTER|DROP|INSERT|UPDATE|DELETE)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Set<String> met;
    private final int every;
    private final End end;
    private int fresh;
    private int made;

    Cuts(Set<String> met, int every, End end) {
        this.met = met;
        this.every = every;
        this.end = end;
    }

    /** As it looks when the process at this side is gone. */
    static void loseConnection(String write, Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        throw gone(write);
    }

    static SQLException gone(String write) {
        return new SQLNonTransientConnectionException("cut after " + write, "08000");
    }

    int made() {
        return made;
    }

    DataSource over(DataSource source) {
        return proxy(DataSource.class, (self, method, args) -> {
            Object result = call(() -> method.invoke(source, args));
            return result instanceof Connection connection ? over(connection) : result;
        });
    }

    private Connection over(Connection connection) {
        var last = new String[] {"nothing"};
        return proxy(Connection.class, (self, method, args) -> {
            Object result = call(() -> method.invoke(connection, args));
            if (method.getName().equals("commit") && !last[0].equals("nothing")) {
                wrote("commit after " + last[0], connection);
            }
            String sql = args != null && args.length > 0 && args[0] instanceof String text ? text : "";
            return switch (result) {
                case CallableStatement callable -> callable;
                case PreparedStatement prepared -> over(PreparedStatement.class, prepared, sql, connection, last);
                case Statement plain -> over(Statement.class, plain, "", connection, last);
                case null, default -> result;
            };
        });
    }

    private <S extends Statement> S over(
            Class<S> type, S statement, String prepared, Connection connection, String[] last) {
        List<String> values = new ArrayList<>();
        return proxy(type, (self, method, args) -> {
            Object result = call(() -> method.invoke(statement, args));
            String name = method.getName().toLowerCase(Locale.ROOT);
            if (name.startsWith("setstring") && args[1] != null) {
                values.add(args[1].toString());
            } else if (name.equals("setint") && prepared.contains("migration_step")) {
                values.add(args[1].toString());
            } else if (name.startsWith("execute")) {
                String sql = args == null || args.length == 0 ? prepared : args[0].toString();
                if (WRITES.matcher(sql).matches()) {
                    last[0] = (sql + values).replaceAll("`\\w+`\\.", "").replaceAll("\\s+", " ");
                    wrote(last[0], connection);
                }
            }
            return result;
        });
    }

    private void wrote(String write, Connection connection) throws SQLException {
        if (met.add(write) && ++fresh % every == 0) {
            made++;
            end.after(write, connection);
        }
    }

    private interface Call {
        Object make() throws ReflectiveOperationException;
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.make();
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNull(thrown.getCause());
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Cuts.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
