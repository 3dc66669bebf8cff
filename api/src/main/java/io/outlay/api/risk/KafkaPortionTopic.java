package io.outlay.api.risk;

import io.outlay.domain.organization.OrganizationId;
import io.outlay.domain.performance.LogPositions;
import io.outlay.ingestion.log.LogBatch;
import io.outlay.ingestion.log.LogRecord;
import io.outlay.ingestion.log.LogTopic;
import io.outlay.ingestion.log.NewRecord;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.scoring.batch.PortionRef;
import io.outlay.scoring.batch.PortionTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Portions in a Kafka topic, read by one consumer group of all processes that score. A record is
 * {@code organization:job:portion} and holds nothing of users.
 */
public final class KafkaPortionTopic implements PortionTopic {

  /** The topic; its partitions bound how many processes share a job. */
  public static final LogTopic TOPIC =
      new LogTopic("outlay.score-portions", 12, Duration.ofDays(2), 1024 * 1024);

  private static final Logger LOG = LoggerFactory.getLogger(KafkaPortionTopic.class);
  private static final String GROUP = "outlay-scoring";
  private static final Pattern FORM =
      Pattern.compile("([1-9][0-9]{0,17}):([1-9][0-9]{0,17}):([0-9]{1,9})");

  private final RecordLog log;
  private final LogPositions positions;

  KafkaPortionTopic(RecordLog log, LogPositions positions) {
    this.log = log;
    this.positions = positions;
  }

  @Override
  public Mono<Void> publish(PortionRef portion) {
    String text = portion.organization() + ":" + portion.jobId() + ":" + portion.number();
    return log.publish(
        new NewRecord(TOPIC.name(), text, Map.of(), text.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public Flux<Delivery> read() {
    return log.consume(TOPIC.name(), GROUP, positions).map(this::delivery);
  }

  private Delivery delivery(LogBatch batch) {
    return new Delivery(
        batch.records().stream()
            .map(KafkaPortionTopic::portion)
            .flatMap(Optional::stream)
            .distinct()
            .toList(),
        positions.advance(batch.steps()).then(Mono.fromRunnable(batch.stored())));
  }

  /** A foreign record is passed over: the job hands out again what nobody has done. */
  private static Optional<PortionRef> portion(LogRecord record) {
    Matcher form = FORM.matcher(new String(record.value(), StandardCharsets.US_ASCII));
    if (!form.matches()) {
      LOG.warn(
          "record {} of {}-{} names no portion",
          record.number(),
          record.topic(),
          record.partition());
      return Optional.empty();
    }
    return Optional.of(
        new PortionRef(
            new OrganizationId(Long.parseLong(form.group(1))),
            Long.parseLong(form.group(2)),
            Integer.parseInt(form.group(3))));
  }
}
