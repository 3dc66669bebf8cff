package io.outlay.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationsTests {

  @Test
  void reachesTheSameDatabaseThroughTheBlockingDriver() {
    PGSimpleDataSource source =
        Migrations.dataSource(settings("r2dbc:postgresql://db.example:6432/outlay"));

    assertThat(source.getUrl()).startsWith("jdbc:postgresql://db.example:6432/outlay?");
    assertThat(source.getUser()).isEqualTo("owner");
    assertThat(source.getPassword()).isEqualTo("secret");
  }

  @Test
  void keepsEncryptionAndTheUsualPort() {
    PGSimpleDataSource source =
        Migrations.dataSource(
            settings(
                "r2dbc:postgresql://db.example/outlay?sslMode=verify-full&sslRootCert=/etc/ca.pem"));

    assertThat(source.getPortNumbers()).containsExactly(5432);
    assertThat(source.getSslMode()).isEqualTo("verify-full");
    assertThat(source.getSslRootCert()).isEqualTo("/etc/ca.pem");
  }

  private static DatabaseSettings settings(String url) {
    return new DatabaseSettings(url, "owner", "secret", 1, 1, Duration.ofSeconds(1));
  }
}
