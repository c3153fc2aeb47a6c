package io.partnerflow.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Another process that works on an embedded database, until it is killed. */
final class AnotherApplication {

    private AnotherApplication() {}

    public static void main(String[] arguments) throws Exception {
        var configuration = new EmbeddedDatabase();
        var directory = configuration.dataDirectory(Path.of(arguments[0]));
        var server = configuration.embeddedPostgres(directory, "on");
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int)");
            for (var id = 1; id <= 100; id++) {
                statement.execute("INSERT INTO kept VALUES (" + id + ")");
            }
            System.out.println("READY " + server.getPort());
            new CountDownLatch(1).await();
        }
    }
}
