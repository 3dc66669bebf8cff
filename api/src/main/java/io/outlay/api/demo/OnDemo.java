package io.outlay.api.demo;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;

/** Not in production, and not where {@code outlay.demo} is false. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Profile("!production")
@ConditionalOnProperty(name = "outlay.demo", havingValue = "true", matchIfMissing = true)
@interface OnDemo {}
