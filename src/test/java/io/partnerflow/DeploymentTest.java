package io.partnerflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code docker-compose.yml} as docker-compose itself reads it, and the script of the continuous integration. */
class DeploymentTest {

    @Test
    void theCompositionIsAcceptedAndHasTwoNodesADatabaseAMailCatcherAndAProxy() throws Exception {
        var composition = compose(Map.of("POSTGRES_PASSWORD", "only-for-this-test"));
        assertThat(composition.code()).as(composition.output()).isZero();
        assertThat(composition.output())
                .contains("node1:", "node2:", "database:", "mail:", "proxy:", "postgres:17", "axllent/mailpit")
                .contains("127.0.0.1:8081:8081");
    }

    @Test
    void noPasswordHasADefault() throws Exception {
        var composition = compose(Map.of());
        assertThat(composition.code()).isNotZero();
        assertThat(composition.output()).contains("choose a password for the database");
        assertThat(Files.readString(Path.of("docker-compose.yml"))).doesNotContainPattern("PASSWORD: *[a-z]");
    }

    @Test
    void theContinuousIntegrationRunsExactlyTheSecondCommand() throws IOException {
        var script = Path.of(".ci/run");
        assertThat(Files.isExecutable(script)).isTrue();
        assertThat(Files.readAllLines(script)).contains("mvn -B -ntp verify");
    }

    private static Composition compose(Map<String, String> environment) throws IOException, InterruptedException {
        var required = "true".equals(System.getenv("CI"));
        if (!required) {
            assumeThat(isInstalled()).as("docker-compose is installed").isTrue();
        }
        var builder = new ProcessBuilder("docker-compose", "--file", "docker-compose.yml", "config")
                .redirectErrorStream(true);
        builder.environment().remove("POSTGRES_PASSWORD");
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Composition(process.exitValue(), output);
    }

    private static boolean isInstalled() {
        for (var directory : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(directory, "docker-compose"))) {
                return true;
            }
        }
        return false;
    }

    private record Composition(int code, String output) {}
}
