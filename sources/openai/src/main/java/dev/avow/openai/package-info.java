/** OpenAI, Groq, Mistral, vLLM, Ollama, LM Studio and their like. */
@NullMarked
package dev.avow.openai;

import org.jspecify.annotations.NullMarked;
