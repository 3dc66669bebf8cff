package io.outlay.ingestion.sync;

import io.outlay.domain.performance.DateRange;
import io.outlay.domain.performance.View;
import io.outlay.ingestion.platform.PeriodLength;
import io.outlay.ingestion.platform.RawFetch;
import io.outlay.ingestion.platform.RawPage;
import io.outlay.ingestion.platform.ReportRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes a question with its answer as bytes: a head, then each page with its length. */
final class KeptReportCodec {

  private static final int FORM = 1;

  private KeptReportCodec() {}

  static byte[] write(KeptReport kept) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      ReportRequest request = kept.request();
      out.writeInt(FORM);
      out.writeUTF(request.view().name());
      out.writeUTF(request.days().from().toString());
      out.writeUTF(request.days().to().toString());
      out.writeUTF(request.length().name());
      out.writeUTF(kept.fetch().startedAt().toString());
      out.writeInt(kept.fetch().requests());
      out.writeUTF(kept.fetch().requestId());
      out.writeInt(kept.fetch().pages().size());
      for (RawPage page : kept.fetch().pages()) {
        out.writeUTF(page.part());
        out.writeInt(page.body().length);
        out.write(page.body());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static KeptReport read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int form = in.readInt();
      if (form != FORM) {
        throw new IllegalStateException("a kept answer has form " + form + "; expected " + FORM);
      }
      ReportRequest request =
          new ReportRequest(
              View.valueOf(in.readUTF()),
              new DateRange(LocalDate.parse(in.readUTF()), LocalDate.parse(in.readUTF())),
              PeriodLength.valueOf(in.readUTF()));
      Instant startedAt = Instant.parse(in.readUTF());
      int requests = in.readInt();
      String requestId = in.readUTF();
      return new KeptReport(request, new RawFetch(startedAt, requests, requestId, pages(in)));
    } catch (IOException cut) {
      throw new UncheckedIOException("a kept answer is cut off", cut);
    }
  }

  private static List<RawPage> pages(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<RawPage> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String part = in.readUTF();
      pages.add(new RawPage(part, in.readNBytes(in.readInt())));
    }
    return pages;
  }
}
