package io.outlay.ingestion.log.kafka;

import io.outlay.embedded.test.SharedServices;
import io.outlay.ingestion.log.LogTopic;
import io.outlay.ingestion.log.RecordLog;
import io.outlay.ingestion.log.RecordLogContract;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class KafkaRecordLogIntegrationTests extends RecordLogContract {

  private static final AtomicInteger TOPICS = new AtomicInteger();

  @Override
  protected RecordLog open(List<LogTopic> topics) {
    return new KafkaRecordLog(SharedServices.get().kafka().bootstrapServers(), topics);
  }

  @Override
  protected String unusedTopic() {
    return "contract-" + TOPICS.incrementAndGet();
  }
}
