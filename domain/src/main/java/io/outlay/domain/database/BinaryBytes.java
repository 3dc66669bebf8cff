package io.outlay.domain.database;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Sends bytes as they are. The driver writes them as hexadecimal text, which took more CPU than all
 * else an upload needs. Values that come back are left to the driver.
 */
final class BinaryBytes implements CodecRegistrar, Codec<ByteBuffer> {

  private static final int BYTEA = 17; // PostgreSQL's number of the type

  @Override
  public Publisher<Void> register(
      PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
    return Mono.fromRunnable(() -> registry.addFirst(this));
  }

  @Override
  public boolean canDecode(int dataType, Format format, Class<?> type) {
    return false;
  }

  @Override
  public boolean canEncode(Object value) {
    return value instanceof ByteBuffer;
  }

  @Override
  public boolean canEncodeNull(Class<?> type) {
    return type == ByteBuffer.class;
  }

  @Override
  public @Nullable ByteBuffer decode(
      @Nullable ByteBuf buffer, int dataType, Format format, Class<? extends ByteBuffer> type) {
    throw new UnsupportedOperationException("bytes are only sent by this codec");
  }

  @Override
  public EncodedParameter encode(Object value) {
    return encode(value, BYTEA);
  }

  @Override
  public EncodedParameter encode(Object value, int dataType) {
    ByteBuffer bytes = (ByteBuffer) value;
    return new EncodedParameter(
        Format.FORMAT_BINARY,
        dataType,
        Mono.fromSupplier(() -> Unpooled.wrappedBuffer(bytes.duplicate())));
  }

  @Override
  public EncodedParameter encodeNull() {
    return new EncodedParameter(Format.FORMAT_BINARY, BYTEA, EncodedParameter.NULL_VALUE);
  }
}
