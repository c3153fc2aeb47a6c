package io.partnerflow.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the data when the application is killed, and when two are started on the same directory. */
class EmbeddedDatabaseTest {

    private final EmbeddedDatabase configuration = new EmbeddedDatabase();

    @Test
    void nothingIsLostWhenTheApplicationIsKilledAndNobodyDisturbsItWhileItRuns(@TempDir Path directory)
            throws Exception {
        var other = startAnother(directory);
        try {
            assertThatThrownBy(() -> configuration.dataDirectory(directory))
                    .isInstanceOfSatisfying(DirectoryInUse.class, refusal -> {
                        var said = new DirectoryInUseAnalyzer().analyze(refusal);
                        assertThat(said.getDescription()).contains("another partnerflow works on " + directory);
                        assertThat(said.getAction()).contains("partnerflow.data-dir");
                    });
            assertThat(serverOn(directory).isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor(30, TimeUnit.SECONDS); // SIGKILL
        }
        var orphan = serverOn(directory);
        assertThat(orphan.isAlive()).as("the server outlives its application").isTrue();

        try (var held = configuration.dataDirectory(directory);
                var server = configuration.embeddedPostgres(held, "on")) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(ask(server.getPostgresDatabase(), "SELECT count(*) FROM kept"))
                    .isEqualTo("100");
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                assertThat(ask(server.getPostgresDatabase(), "SHOW " + setting))
                        .as(setting)
                        .isEqualTo("on");
            }
            assertThat(ask(server.getPostgresDatabase(), "SHOW listen_addresses"))
                    .isEqualTo("127.0.0.1");
        }
    }

    private static Process startAnother(Path directory) throws IOException {
        var another = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.real.class.path", System.getProperty("java.class.path")),
                        AnotherApplication.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        var said = new StringBuilder();
        var output = new BufferedReader(new InputStreamReader(another.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY")) {
                return another;
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("the other application did not get ready:\n" + said);
    }

    private static ProcessHandle serverOn(Path directory) throws IOException {
        var pid = Files.readAllLines(directory.resolve("pg17/postmaster.pid"))
                .get(0)
                .trim();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String ask(DataSource database, String question) throws SQLException {
        try (var connection = database.getConnection();
                var answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
