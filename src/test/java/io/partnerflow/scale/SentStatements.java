package io.partnerflow.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes what the application asks the database, with its parameters, and lets the database explain it. */
class SentStatements implements BeanPostProcessor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private volatile boolean noting;

    /** A call of one of the setters of a statement. */
    private record Setting(Method method, Object[] args) {}

    /** A statement as the driver got it. */
    record Sent(String sql, List<Setting> settings) {

        /** @return the plan with what it really read */
        JsonNode explained(Connection connection) throws SQLException {
            try (var statement =
                    connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) " + sql)) {
                for (var setting : settings) {
                    call(setting.method(), statement, setting.args());
                }
                try (var answer = statement.executeQuery()) {
                    answer.next();
                    return JSON.readTree(answer.getString(1)).get(0).get("Plan");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof DelegatingDataSource)
                ? new DelegatingDataSource(source) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return noted(super.getConnection());
                    }
                }
                : bean;
    }

    /** What is asked while something is done. */
    List<Sent> during(Runnable something) {
        sent.clear();
        noting = true;
        try {
            something.run();
        } finally {
            noting = false;
        }
        return List.copyOf(sent);
    }

    private Connection noted(Connection connection) {
        return proxy(Connection.class, (self, method, args) -> {
            var answer = call(method, connection, args);
            return noting && method.getName().equals("prepareStatement")
                    ? noted((PreparedStatement) answer, (String) args[0])
                    : answer;
        });
    }

    private PreparedStatement noted(PreparedStatement statement, String sql) {
        var settings = new ArrayList<Setting>();
        return proxy(PreparedStatement.class, (self, method, args) -> {
            if (method.getName().startsWith("set") && args != null && args.length > 1) {
                settings.add(new Setting(method, args));
            } else if (method.getName().startsWith("execute")) {
                sent.add(new Sent(sql, List.copyOf(settings)));
            }
            return call(method, statement, args);
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object call(Method method, Object target, Object[] args) throws SQLException {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
