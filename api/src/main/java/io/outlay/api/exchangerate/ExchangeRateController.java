package io.outlay.api.exchangerate;

import graphql.schema.DataFetchingEnvironment;
import io.outlay.api.graphql.paging.Cursors;
import io.outlay.api.input.DateRangeInput;
import io.outlay.api.input.FilterLists;
import io.outlay.api.paging.Connection;
import io.outlay.api.paging.PageRequest;
import io.outlay.domain.exchangerate.ExchangeRate;
import io.outlay.domain.exchangerate.ExchangeRateQuery;
import io.outlay.domain.exchangerate.ExchangeRates;
import io.outlay.domain.exchangerate.RateSource;
import io.outlay.domain.organization.Viewer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Exchange rates the caller's organization can convert by. */
@Controller
class ExchangeRateController {

  private final ExchangeRates rates;
  private final Cursors cursors;

  ExchangeRateController(ExchangeRates rates, Cursors cursors) {
    this.rates = rates;
    this.cursors = cursors;
  }

  @QueryMapping
  Mono<Connection<ExchangeRate>> exchangeRates(
      @Argument @Nullable Filter filter,
      @ContextValue Viewer viewer,
      DataFetchingEnvironment environment) {
    PageRequest page =
        PageRequest.of(viewer.organization(), "exchangeRates", environment.getArguments());
    return rates
        .page(query(viewer, filter == null ? Filter.NONE : filter, page))
        .map(
            found ->
                new Connection<>(
                    found.rates(), found.hasNextPage(), page, cursors, this::position));
  }

  @SchemaMapping(typeName = "ExchangeRate")
  boolean isGenerated(ExchangeRate rate) {
    return rate.source() == RateSource.GENERATED;
  }

  private ExchangeRateQuery query(Viewer viewer, Filter filter, PageRequest page) {
    return new ExchangeRateQuery(
        viewer.organization(),
        filter.table(),
        FilterLists.distinct("filter.currencyCodes", filter.currencyCodes(), 100),
        filter.range() == null ? null : filter.range().toRange("filter.range"),
        page.first(),
        page.position(cursors).map(Cursors.Position::place).map(this::after).orElse(null));
  }

  private Cursors.Position position(ExchangeRate rate) {
    return new Cursors.Position(0, rate.day() + " " + rate.currencyCode());
  }

  private ExchangeRateQuery.Position after(String place) {
    int space = place.indexOf(' ');
    return new ExchangeRateQuery.Position(
        LocalDate.parse(place.substring(0, space)), place.substring(space + 1));
  }

  /** Conditions on rates as a caller names them. */
  record Filter(
      @Nullable String table,
      @Nullable List<String> currencyCodes,
      @Nullable DateRangeInput range) {

    static final Filter NONE = new Filter(null, null, null);
  }
}
