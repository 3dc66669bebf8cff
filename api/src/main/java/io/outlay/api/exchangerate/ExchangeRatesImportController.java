package io.outlay.api.exchangerate;

import com.github.luben.zstd.ZstdInputStream;
import io.outlay.api.spendimport.FileContentInput;
import io.outlay.api.spendimport.GivenFiles;
import io.outlay.api.usererror.UserErrors;
import io.outlay.domain.audit.AuditEntry;
import io.outlay.domain.error.BadRequest;
import io.outlay.domain.exchangerate.EcbHistory;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.exchangerate.Quotation;
import io.outlay.domain.exchangerate.RatesImported;
import io.outlay.domain.exchangerate.UnreadableRates;
import io.outlay.domain.organization.Viewer;
import io.outlay.domain.rawinput.RawInput;
import io.outlay.ingestion.rawinput.RawInputs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Takes a table of exchange rates of the organization's own. */
@Controller
class ExchangeRatesImportController implements AutoCloseable {

  private final ExchangeRates rates;
  private final GivenFiles files;
  private final RawInputs rawInputs;
  private final Scheduler reading = Schedulers.newBoundedElastic(2, 16, "rates-import", 60, true);

  ExchangeRatesImportController(ExchangeRates rates, GivenFiles files, RawInputs rawInputs) {
    this.rates = rates;
    this.files = files;
    this.rawInputs = rawInputs;
  }

  @MutationMapping
  Mono<ExchangeRatesImportPayload> exchangeRatesImport(
      @Argument Input input, @ContextValue Viewer viewer) {
    Mono<ExchangeRatesImportPayload> done =
        files
            .keep(viewer, input.content())
            .flatMap(file -> take(viewer, input.table(), file))
            .onErrorMap(
                UnreadableRates.class, error -> new BadRequest(String.valueOf(error.getMessage())))
            .map(imported -> ExchangeRatesImportPayload.of(input.table(), imported));
    return UserErrors.tell(
        done, "input", problems -> new ExchangeRatesImportPayload(null, problems));
  }

  @Override
  public void close() {
    reading.dispose();
  }

  private Mono<RatesImported> take(Viewer viewer, String table, RawInput file) {
    return Mono.usingWhen(
        Mono.fromCallable(() -> Files.createTempFile("outlay-rates", ".zst")).subscribeOn(reading),
        copy ->
            rawInputs
                .copyTo(file, copy)
                .then(
                    rates.importOwn(
                        viewer.organization(),
                        table,
                        quotations(copy),
                        imported -> writtenDown(viewer, table, imported))),
        copy -> Mono.fromCallable(() -> Files.deleteIfExists(copy)).subscribeOn(reading));
  }

  private Flux<Quotation> quotations(Path copy) {
    return Flux.using(() -> open(copy), Flux::fromStream, Stream::close).subscribeOn(reading);
  }

  private static Stream<Quotation> open(Path copy) throws IOException {
    InputStream unpacked = new ZstdInputStream(Files.newInputStream(copy)).setContinuous(true);
    return EcbHistory.read(unpacked).onClose(() -> close(unpacked));
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw Exceptions.propagate(e);
    }
  }

  private static Optional<AuditEntry> writtenDown(
      Viewer viewer, String table, RatesImported imported) {
    return imported.changedRates() == 0
        ? Optional.empty()
        : Optional.of(
            AuditEntry.by(
                viewer,
                "exchangeRatesImport",
                "Organization",
                viewer.organization().value(),
                Map.of("table", table, "rateCount", imported.ratesBefore()),
                Map.of(
                    "table",
                    table,
                    "rateCount",
                    imported.ratesAfter(),
                    "quotations",
                    imported.quotations(),
                    "replacedRates",
                    imported.replacedRates())));
  }

  /** Rates and the table they belong to. */
  record Input(FileContentInput content, String table) {}
}
